import mysql from 'mysql2';
import { createPool, type Pool, type PoolOptions } from 'mysql2/promise';

import { classifyError } from '../errors/classify-error';
import { connectionOptions } from './connection-options';
import { Database } from './database';
import { DEFAULT_DATABASE_OPTIONS, type DatabaseOptions, type ResolvedDatabaseOptions } from './database-options';
import { parseDatabaseUrl, type DatabaseAddress } from './parse-database-url';
import { readServerInfo, type ServerAnswer, type ServerInfo } from './server-info';

/**
 * Connects, checks the server and gives both pools. Fails with DatabaseUrlError, UnsupportedServerError or DatabaseUnavailableError.
 * The schema is not looked at: see `schemaStatus` and `migrate`.
 */
export async function connectDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const address = parseDatabaseUrl(url);
  const resolved = { ...DEFAULT_DATABASE_OPTIONS, ...options };
  const pool = createPool(poolOptions(address, resolved));
  try {
    const server = await askServer(pool);
    return new Database({ address, options: resolved, server, pool });
  } catch (error) {
    await pool.end();
    throw classifyError(error);
  }
}

async function askServer(pool: Pool): Promise<ServerInfo> {
  const [rows] = await pool.query<(ServerAnswer & mysql.RowDataPacket)[]>(
    'SELECT VERSION() AS version, @@max_allowed_packet AS maxAllowedPacket, ' +
      "(SELECT ENGINES.SUPPORT FROM information_schema.ENGINES WHERE ENGINES.ENGINE = 'InnoDB') AS innodb",
  );
  const [answer] = rows;
  if (answer === undefined) throw new Error('The database server gave no answer to SELECT VERSION().');
  return readServerInfo(answer);
}

function poolOptions(address: DatabaseAddress, options: ResolvedDatabaseOptions): PoolOptions {
  return {
    ...connectionOptions(address, options),
    user: address.user,
    password: address.password,
    database: address.database,
    connectionLimit: options.poolSize,
    queueLimit: options.queueLimit,
    enableKeepAlive: true,
    // Times are read as text and turned into microseconds by us: a Date has only milliseconds.
    dateStrings: true,
    timezone: 'Z',
    queryFormat: formatQuery,
  };
}

/** The driver would look for question marks in every statement; megabytes of literals have no values to be put in. */
function formatQuery(sql: string, values: unknown): string {
  return Array.isArray(values) && values.length > 0 ? mysql.format(sql, values, false, 'Z') : sql;
}
