import mysql from 'mysql2';
import { createPool, type Pool, type PoolOptions } from 'mysql2/promise';
import { Sequelize } from 'sequelize';

import { classifyError } from '../errors/classify-error';
import { initModels } from '../models/models';
import { Database } from './database';
import { DEFAULT_DATABASE_OPTIONS, type DatabaseOptions, type ResolvedDatabaseOptions } from './database-options';
import { parseDatabaseUrl, type DatabaseAddress } from './parse-database-url';
import { readServerInfo, type ServerAnswer, type ServerInfo } from './server-info';
import { sessionSettings } from './session-settings';

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
    const sequelize = openSequelize(address, resolved);
    return new Database({ address, options: resolved, server, pool, sequelize, models: initModels(sequelize) });
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

function connectionOptions(address: DatabaseAddress, options: ResolvedDatabaseOptions) {
  return {
    ...(address.socketPath === null ? { host: address.host, port: address.port } : { socketPath: address.socketPath }),
    ...(address.tls ? { ssl: { minVersion: 'TLSv1.2', rejectUnauthorized: true } } : {}),
    charset: 'UTF8MB4_BIN',
    connectTimeout: options.connectTimeoutMs,
    supportBigNumbers: true,
    decimalNumbers: true,
  } as const;
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

function openSequelize(address: DatabaseAddress, options: ResolvedDatabaseOptions): Sequelize {
  const sequelize = new Sequelize(address.database, address.user, address.password, {
    dialect: 'mysql',
    // Given, so that bundlers see the driver.
    dialectModule: mysql,
    host: address.host,
    port: address.port,
    dialectOptions: connectionOptions(address, options),
    timezone: '+00:00',
    logging: false,
    define: { timestamps: false, underscored: true, freezeTableName: true },
    pool: { max: options.modelPoolSize, min: 0, acquire: options.acquireTimeoutMs, idle: 10_000 },
  });
  sequelize.addHook('afterConnect', async (connection) => {
    for (const sql of sessionSettings(options.lockWaitSeconds)) await runOn(connection as mysql.Connection, sql);
  });
  return sequelize;
}

/** Sequelize hands out the driver's connection with callbacks. */
function runOn(connection: mysql.Connection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error) => (error === null ? resolve() : reject(error)));
  });
}
