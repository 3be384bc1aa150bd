import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PrivateDatabase, startPrivateDatabase } from '@testmetrics/private-database';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { postStream } from './post-stream';
import { runCommand } from './run-command';
import { type IngestProcess, startIngest } from './start-ingest';
import { type PreviewProcess, startPreview } from './start-preview';

export type Row = Readonly<Record<string, unknown>>;

/** A database, the service that writes to it and the preview that reads from it, all as `npm start` runs them. */
export class DashboardStack {
  private constructor(
    private readonly directory: string,
    readonly database: PrivateDatabase,
    private readonly ingest: IngestProcess,
    private readonly preview: PreviewProcess,
  ) {}

  static async start(): Promise<DashboardStack> {
    const directory = mkdtempSync(join(tmpdir(), 'testmetrics-dashboards-'));
    const database = await startPrivateDatabase({
      directory,
      durability: 'throwaway',
      withAdmin: true,
      log: () => undefined,
    });
    const migrated = await runCommand(['db', 'migrate'], { DATABASE_URL: database.ownerUrl });
    if (migrated.status !== 0) throw new Error(`db migrate failed: ${migrated.stderr}`);
    const ingest = await startIngest({ databaseUrl: database.ownerUrl });
    const preview = await startPreview({ databaseUrl: database.viewerUrl });
    return new DashboardStack(directory, database, ingest, preview);
  }

  /** Of the preview. */
  get url(): string {
    return this.preview.url;
  }

  /** Uploads a run as CI does. */
  async post(metadata: Readonly<Record<string, string>>, stream: Buffer): Promise<void> {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(metadata)) query.set(`meta.${key}`, value);
    await this.upload(query, stream);
  }

  /** Uploads a run with whatever the service takes besides. */
  async upload(query: URLSearchParams, stream: Buffer): Promise<void> {
    const { status, text } = await postStream(`${this.ingest.url}/v1/runs?${query.toString()}`, stream);
    if (status !== 201) throw new Error(`the upload was answered with ${status}: ${text}`);
  }

  /** Waits until the daily totals contain every run. */
  async rolledUp(): Promise<void> {
    for (let attempt = 0; attempt < 240; attempt += 1) {
      const [row] = await this.ask('SELECT COUNT(*) AS n FROM tm_runs AS r WHERE r.rollup_seq IS NULL');
      if (row?.['n'] === 0) return;
      await sleep(250);
    }
    throw new Error(`the rollups did not end\n${this.ingest.log()}`);
  }

  /** A plain question to the raw rows: what the pages should say. */
  async ask(sql: string): Promise<readonly Row[]> {
    const connection = await createConnection({
      uri: this.database.ownerUrl,
      decimalNumbers: true,
      timezone: 'Z',
    });
    try {
      await connection.query("SET time_zone = '+00:00'");
      return (await connection.query<RowDataPacket[]>(sql))[0];
    } finally {
      await connection.end();
    }
  }

  stopDatabase(): Promise<void> {
    return this.database.stop();
  }

  async stop(): Promise<void> {
    await this.preview.stop();
    await this.ingest.stop();
    await this.database.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
