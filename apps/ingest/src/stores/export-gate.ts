import { connectDatabase, RunExportModel } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import type { DatabaseGate } from './database-gate';

/** Connections for exports. Each is lent for a page at a time, so that these few serve many slow readers. */
const POOL_SIZE = 2;
/** Exports that may wait for a page. */
const QUEUE_LIMIT = 100;
const ACQUIRE_MS = 30_000;
const STATEMENT_MS = 60_000;

interface OpenExports {
  readonly database: Database;
  readonly runs: RunExportModel;
}

/** The way of exports to the database: connections of their own, so that they never take those that store runs. */
export class ExportGate {
  private opening: Promise<OpenExports> | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly gate: DatabaseGate,
  ) {}

  /** Errors as of `DatabaseGate.stores()`. */
  async runs(): Promise<RunExportModel> {
    await this.gate.stores();
    this.opening ??= this.open().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return (await this.opening).runs;
  }

  async close(): Promise<void> {
    const open = await this.opening?.catch(() => null);
    await open?.database.close();
  }

  private async open(): Promise<OpenExports> {
    const database = await connectDatabase(this.databaseUrl, {
      poolSize: POOL_SIZE,
      queueLimit: QUEUE_LIMIT,
      acquireTimeoutMs: ACQUIRE_MS,
      statementTimeoutMs: STATEMENT_MS,
    });
    return { database, runs: new RunExportModel(database) };
  }
}
