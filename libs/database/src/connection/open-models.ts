import mysql from 'mysql2';
import { Sequelize } from 'sequelize';

import { initModels, type Models } from '../models/models';
import { connectionOptions } from './connection-options';
import type { ResolvedDatabaseOptions } from './database-options';
import type { DatabaseAddress } from './parse-database-url';
import type { ServerFlavor } from './server-info';
import { sessionSettings } from './session-settings';

/** Sequelize's own pool, and every table as a model on it. */
export interface OpenModels {
  readonly sequelize: Sequelize;
  readonly models: Models;
}

export function openModels(
  address: DatabaseAddress,
  options: ResolvedDatabaseOptions,
  flavor: ServerFlavor,
): OpenModels {
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
    for (const sql of sessionSettings({ ...options, flavor })) await runOn(connection as mysql.Connection, sql);
  });
  return { sequelize, models: initModels(sequelize) };
}

/** Sequelize hands out the driver's connection with callbacks. */
function runOn(connection: mysql.Connection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error) => (error === null ? resolve() : reject(error)));
  });
}
