import type { ResolvedDatabaseOptions } from './database-options';
import type { DatabaseAddress } from './parse-database-url';

/** How the driver connects, whoever asks it to. */
export function connectionOptions(address: DatabaseAddress, options: ResolvedDatabaseOptions) {
  return {
    ...(address.socketPath === null ? { host: address.host, port: address.port } : { socketPath: address.socketPath }),
    ...(address.tls ? { ssl: { minVersion: 'TLSv1.2', rejectUnauthorized: true } } : {}),
    charset: 'UTF8MB4_BIN',
    connectTimeout: options.connectTimeoutMs,
    supportBigNumbers: true,
    decimalNumbers: true,
  } as const;
}
