import { totalmem } from 'node:os';
import type { Layout } from './layout';

const MIB = 1024 * 1024;

export interface ServerOptionsInput {
  readonly layout: Layout;
  readonly port: number;
  /** `durable` keeps every committed transaction through a power cut; `throwaway` is for tests. */
  readonly durability: 'durable' | 'throwaway';
  /** The system account to run as; only named where the server is started by root. */
  readonly systemUser?: string;
}

/** The text of MariaDB's option file. */
export function serverOptions({ layout, port, durability, systemUser }: ServerOptionsInput): string {
  const durable = durability === 'durable';
  const options: Record<string, string | number> = {
    datadir: layout.data,
    tmpdir: layout.temporary,
    socket: layout.socket,
    port,
    'bind-address': '127.0.0.1',
    'init-file': layout.accounts,
    'log-error': layout.log,
    'pid-file': `${layout.directory}/mariadb.pid`,
    'skip-name-resolve': 1,
    'skip-log-bin': 1,
    // A server that runs as root must not read or write files for its clients.
    'local-infile': 0,
    'secure-file-priv': layout.temporary,
    'character-set-server': 'utf8mb4',
    'collation-server': 'utf8mb4_bin',
    'default-time-zone': '+00:00',
    'transaction-isolation': 'READ-COMMITTED',
    'sql-mode': 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION',
    'max-allowed-packet': '64M',
    'max-connections': 200,
    'performance-schema': 'OFF',
    'innodb-buffer-pool-size': durable ? bufferPoolBytes(totalmem()) : 128 * MIB,
    'innodb-log-file-size': durable ? '256M' : '64M',
    'innodb-flush-log-at-trx-commit': durable ? 1 : 0,
    'innodb-buffer-pool-dump-at-shutdown': durable ? 'ON' : 'OFF',
    ...(durable ? {} : { 'innodb-fast-shutdown': 2 }),
    ...(systemUser === undefined ? {} : { user: systemUser }),
  };
  const lines = Object.entries(options).map(([name, value]) => `${name} = ${quoted(value)}`);
  return `# Written at every start; changes are lost.\n[mysqld]\n${lines.join('\n')}\n`;
}

/** A quarter of the machine's memory, between 128 MiB and 4 GiB: the database shares the machine with the service. */
export function bufferPoolBytes(memoryBytes: number): number {
  const quarter = Math.floor(memoryBytes / 4 / MIB) * MIB;
  return Math.min(Math.max(quarter, 128 * MIB), 4096 * MIB);
}

function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
