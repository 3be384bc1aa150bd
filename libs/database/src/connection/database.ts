import { setTimeout as sleep } from 'node:timers/promises';

import type { Pool, PoolConnection } from 'mysql2/promise';
import type { Sequelize } from 'sequelize';

import { classifyError } from '../errors/classify-error';
import { withRetries, type RetryOptions } from '../errors/with-retries';
import type { Models } from '../models/models';
import type { DatabaseAddress } from './parse-database-url';
import type { ResolvedDatabaseOptions } from './database-options';
import type { ServerInfo } from './server-info';
import { Session } from './session';
import { sessionSettings } from './session-settings';

export interface DatabaseParts {
  readonly address: DatabaseAddress;
  readonly options: ResolvedDatabaseOptions;
  readonly server: ServerInfo;
  readonly pool: Pool;
  readonly sequelize: Sequelize;
  readonly models: Models;
}

/** The database as the stores use it: a pool for bulk work, and Sequelize's models, both under the same session settings. */
export class Database {
  readonly name: string;
  readonly server: ServerInfo;
  readonly sequelize: Sequelize;
  readonly models: Models;
  /** Bytes that a bulk statement may have. */
  readonly statementBytes: number;
  /** Longest single value that can be sent, in bytes. */
  readonly maxValueBytes: number;
  readonly #pool: Pool;
  readonly #options: ResolvedDatabaseOptions;
  readonly #prepared = new WeakSet<object>();

  constructor(parts: DatabaseParts) {
    this.name = parts.address.database;
    this.server = parts.server;
    this.sequelize = parts.sequelize;
    this.models = parts.models;
    this.#pool = parts.pool;
    this.#options = parts.options;
    this.statementBytes = Math.min(parts.options.statementBytes, Math.floor(parts.server.maxAllowedPacket / 2));
    this.maxValueBytes = parts.server.maxAllowedPacket - 64 * 1024;
  }

  /** Lends a connection to `work`; errors of the driver come out classified. */
  async session<T>(work: (session: Session) => Promise<T>): Promise<T> {
    try {
      return await this.#withSession(work);
    } catch (error) {
      throw classifyError(error);
    }
  }

  /** Runs `work` in one transaction: all of it or nothing; after a deadlock or lock wait timeout it is begun again. */
  async transaction<T>(work: (session: Session) => Promise<T>, retry?: RetryOptions): Promise<T> {
    return withRetries(() => this.#withSession((session) => inTransaction(session, work)), retry);
  }

  async rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]> {
    return this.session((session) => session.rows<Row>(sql, values));
  }

  async execute(sql: string, values?: readonly unknown[]): Promise<void> {
    await withRetries(() => this.#withSession((session) => session.execute(sql, values)));
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.sequelize.close()]);
  }

  async #withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const connection = await this.#acquire();
    const session = new Session(connection, this.#options.statementTimeoutMs);
    try {
      await this.#prepare(connection, session);
      const result = await work(session);
      session.release();
      return result;
    } catch (error) {
      session.release(error);
      throw error;
    }
  }

  async #acquire(): Promise<PoolConnection> {
    const giveUp = new AbortController();
    const waiting = this.#pool.getConnection();
    const timeout = sleep(this.#options.acquireTimeoutMs, null, { signal: giveUp.signal }).catch(() => null);
    try {
      const connection = await Promise.race([waiting, timeout]);
      if (connection !== null) return connection;
    } finally {
      giveUp.abort();
    }
    waiting.then(
      (late) => late.release(),
      () => undefined,
    );
    throw Object.assign(new Error(`no free connection within ${this.#options.acquireTimeoutMs} ms`), {
      code: 'POOL_ACQUIRE_TIMEOUT',
    });
  }

  /** Settings are per connection of the pool, made once for each. */
  async #prepare(connection: PoolConnection, session: Session): Promise<void> {
    const key = connection.connection;
    if (this.#prepared.has(key)) return;
    for (const sql of sessionSettings(this.#options.lockWaitSeconds)) await session.execute(sql);
    this.#prepared.add(key);
  }
}

async function inTransaction<T>(session: Session, work: (session: Session) => Promise<T>): Promise<T> {
  await session.begin();
  try {
    const result = await work(session);
    await session.commit();
    return result;
  } catch (error) {
    await session.rollback();
    throw error;
  }
}
