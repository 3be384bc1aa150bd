import type { Pool, RowDataPacket } from 'mysql2/promise';

import { classifyError } from '../errors/classify-error';
import { Database } from './database';
import { DEFAULT_DATABASE_OPTIONS, type DatabaseOptions } from './database-options';
import { parseDatabaseUrl } from './parse-database-url';
import { readServerInfo, type ServerAnswer, type ServerInfo } from './server-info';

/**
 * Connects, checks the server and gives both pools. Fails with DatabaseUrlError, UnsupportedServerError or DatabaseUnavailableError.
 * The schema is not looked at: see `schemaStatus` and `migrate`.
 */
export async function connectDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const address = parseDatabaseUrl(url);
  const resolved = { ...DEFAULT_DATABASE_OPTIONS, ...options };
  const { openPool } = await import('./driver');
  const pool = openPool(address, resolved);
  try {
    const server = await askServer(pool);
    return new Database({ address, options: resolved, server, pool });
  } catch (error) {
    await pool.end();
    throw classifyError(error);
  }
}

async function askServer(pool: Pool): Promise<ServerInfo> {
  const [rows] = await pool.query<(ServerAnswer & RowDataPacket)[]>(
    'SELECT VERSION() AS version, @@max_allowed_packet AS maxAllowedPacket, ' +
      "(SELECT ENGINES.SUPPORT FROM information_schema.ENGINES WHERE ENGINES.ENGINE = 'InnoDB') AS innodb",
  );
  const [answer] = rows;
  if (answer === undefined) throw new Error('The database server gave no answer to SELECT VERSION().');
  return readServerInfo(answer);
}
