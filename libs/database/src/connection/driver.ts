import mysql from 'mysql2';
import { createConnection, createPool, type Connection, type Pool } from 'mysql2/promise';

import { connectionOptions } from './connection-options';
import { DEFAULT_DATABASE_OPTIONS, type ResolvedDatabaseOptions } from './database-options';
import type { DatabaseAddress } from './parse-database-url';

// Loaded when the first connection is asked for: a command that needs none starts in half the time.

/** Connections for everything that we do with our database. */
export function openPool(address: DatabaseAddress, options: ResolvedDatabaseOptions): Pool {
  return createPool({
    ...sessionOptions(address, options),
    connectionLimit: options.poolSize,
    queueLimit: options.queueLimit,
    enableKeepAlive: true,
    queryFormat: formatQuery,
  });
}

/** One connection, to a database that may be of a version that we could not work on. */
export function openConnection(address: DatabaseAddress): Promise<Connection> {
  return createConnection(sessionOptions(address, DEFAULT_DATABASE_OPTIONS));
}

function sessionOptions(address: DatabaseAddress, options: ResolvedDatabaseOptions) {
  return {
    ...connectionOptions(address, options),
    user: address.user,
    password: address.password,
    database: address.database,
    // Times are read as text and turned into microseconds by us: a Date has only milliseconds.
    dateStrings: true,
    timezone: 'Z',
  };
}

/** The driver would look for question marks in every statement; megabytes of literals have no values to be put in. */
function formatQuery(sql: string, values: unknown): string {
  return Array.isArray(values) && values.length > 0 ? mysql.format(sql, values, false, 'Z') : sql;
}
