import { RunReadModel, RunStore, connectDatabase, schemaStatus } from '@testmetrics/database';
import type { Database, SchemaStatus } from '@testmetrics/database';
import { AppError } from '@testmetrics/runtime';

/** How long a schema that fits is believed to go on fitting. */
const TRUSTED_MS = 15_000;

/** Names of tests, and as many label sets, whose keys the store remembers, at about 50 bytes each; half as many for certain. */
const CACHED_TESTS = 60_000;

/** Size of a bulk statement; several lie in memory at a time. */
const STATEMENT_BYTES = 256 * 1024;

/** What works on the connected database. */
export interface Stores {
  readonly database: Database;
  readonly runs: RunStore;
  readonly reads: RunReadModel;
}

export interface DatabaseGateOptions {
  readonly databaseUrl: string;
  /** Called once, when the database was reached for the first time and its schema fits. */
  readonly onReady?: (stores: Stores) => void;
}

/**
 * The way to the database, which may be gone at start and come back later: every caller either gets stores that work
 * on the right schema, or an error that says what is wrong.
 */
export class DatabaseGate {
  private connecting: Promise<Stores> | null = null;
  private fitsUntil = 0;
  private wasReady = false;

  constructor(private readonly options: DatabaseGateOptions) {}

  /**
   * @throws {DatabaseUnavailableError} where the database cannot be reached
   * @throws {AppError} `schema_behind` or `schema_ahead` where its schema is not the one of this program
   */
  async stores(): Promise<Stores> {
    const stores = await this.connected();
    if (performance.now() < this.fitsUntil) return stores;
    return this.check();
  }

  /** As `stores()`, but always asks the database. */
  async check(): Promise<Stores> {
    this.fitsUntil = 0;
    const stores = await this.connected();
    assertFits(await schemaStatus(stores.database));
    this.fitsUntil = performance.now() + TRUSTED_MS;
    if (!this.wasReady) {
      this.wasReady = true;
      this.options.onReady?.(stores);
    }
    return stores;
  }

  async close(): Promise<void> {
    const stores = await this.connecting?.catch(() => null);
    await stores?.database.close();
  }

  /** Connects once for all who wait; after a failure the next caller tries again. */
  private connected(): Promise<Stores> {
    this.connecting ??= this.connect().catch((error: unknown) => {
      this.connecting = null;
      throw error;
    });
    return this.connecting;
  }

  private async connect(): Promise<Stores> {
    const database = await connectDatabase(this.options.databaseUrl, { statementBytes: STATEMENT_BYTES });
    return { database, runs: new RunStore(database, { cachedTests: CACHED_TESTS }), reads: new RunReadModel(database) };
  }
}

/** The schema is older or newer than this program. */
function assertFits({ state, pending, unknown }: SchemaStatus): void {
  if (state === 'current') return;
  const behind = state === 'behind';
  throw new AppError(`schema_${state}`, "The database's schema is not the one of this service; nothing was stored.", {
    status: 503,
    retryAfterSeconds: 30,
    expected: behind ? 'a schema brought to its head' : 'a service of the version that made the schema, or newer',
    found: behind
      ? `${pending.length} migrations missing`
      : `migrations unknown to this service: ${unknown.join(', ')}`,
    action: behind
      ? 'operators: run "testmetrics db migrate"; then send the same request again'
      : 'operators: install the newer version of the service',
  });
}
