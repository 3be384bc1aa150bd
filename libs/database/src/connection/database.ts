import { setTimeout as sleep } from 'node:timers/promises';

import type { Pool, PoolConnection } from 'mysql2/promise';

import { classifyError } from '../errors/classify-error';
import { withRetries, type RetryOptions } from '../errors/with-retries';
import type { DatabaseAddress } from './parse-database-url';
import type { ResolvedDatabaseOptions } from './database-options';
import type { ServerInfo } from './server-info';
import type { OpenModels } from './open-models';
import { Session } from './session';
import { sessionSettings } from './session-settings';

export interface DatabaseParts {
  readonly address: DatabaseAddress;
  readonly options: ResolvedDatabaseOptions;
  readonly server: ServerInfo;
  readonly pool: Pool;
}

/** The database as the stores use it: a pool for bulk work, and Sequelize's models for whoever asks for them, both under the same session settings. */
export class Database {
  readonly name: string;
  readonly server: ServerInfo;
  /** Bytes that a bulk statement may have. */
  readonly statementBytes: number;
  /** Longest single value that can be sent, in bytes. */
  readonly maxValueBytes: number;
  readonly #pool: Pool;
  readonly #address: DatabaseAddress;
  readonly #options: ResolvedDatabaseOptions;
  readonly #prepared = new WeakSet<object>();
  /** Connections lent, or waited for. */
  #lent = 0;
  #models: Promise<OpenModels> | null = null;

  constructor(parts: DatabaseParts) {
    this.name = parts.address.database;
    this.server = parts.server;
    this.#address = parts.address;
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

  /**
   * Lends a second connection to someone who holds one, where one is free at this moment and the server has one; else `null`.
   * Nobody waits for it: uploads that each held one and waited for another would wait for ever.
   */
  async spareSession<T>(work: (session: Session | null) => Promise<T>): Promise<T> {
    if (this.#lent >= this.#options.poolSize) return work(null);
    return this.#counted(async () => {
      const connection = await this.#acquire().catch(() => null);
      return connection === null ? work(null) : this.#withConnection(connection, work);
    }).catch((error: unknown) => {
      throw classifyError(error);
    });
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

  /** Every table as a Sequelize model. Loaded when first asked for: who only uploads does without their 15 MB. */
  models(): Promise<OpenModels> {
    this.#models ??= import('./open-models').then(({ openModels }) =>
      openModels(this.#address, this.#options, this.server.flavor),
    );
    return this.#models;
  }

  async close(): Promise<void> {
    const open = await this.#models;
    await Promise.all([this.#pool.end(), open?.sequelize.close()]);
  }

  async #withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#counted(async () => this.#withConnection(await this.#acquire(), work));
  }

  async #counted<T>(work: () => Promise<T>): Promise<T> {
    this.#lent += 1;
    try {
      return await work();
    } finally {
      this.#lent -= 1;
    }
  }

  async #withConnection<T>(connection: PoolConnection, work: (session: Session) => Promise<T>): Promise<T> {
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
    for (const sql of sessionSettings({ ...this.#options, flavor: this.server.flavor })) await session.execute(sql);
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
