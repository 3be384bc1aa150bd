import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startIngest } from '@testmetrics/harness';
import type { IngestProcess } from '@testmetrics/harness';
import { freePort, startPrivateDatabase } from '@testmetrics/private-database';
import type { PrivateDatabase } from '@testmetrics/private-database';

export interface FaultStackOptions {
  /** Where the database lies. Default: a directory of its own. */
  readonly directory?: string;
  /** Settings of the service. */
  readonly env?: NodeJS.ProcessEnv;
  /** `durable` where the database is killed. */
  readonly durability?: 'durable' | 'throwaway';
}

/** A database and a service, both of which may be killed and started again in the same place. */
export class FaultStack {
  private readonly earlierLogs: string[] = [];

  private constructor(
    private readonly directory: string,
    private readonly options: FaultStackOptions,
    private readonly port: number,
    private database: PrivateDatabase,
    private service: IngestProcess,
  ) {}

  static async start(options: FaultStackOptions = {}): Promise<FaultStack> {
    const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'testmetrics-faults-'));
    const database = await startDatabase(directory, options);
    const migrated = await runCommand(['db', 'migrate'], { DATABASE_URL: database.ownerUrl });
    if (migrated.status !== 0) throw new Error(`db migrate failed: ${migrated.stderr}`);
    const port = await freePort();
    const service = await startService(database, port, options);
    return new FaultStack(directory, options, port, database, service);
  }

  get databaseUrl(): string {
    return this.database.ownerUrl;
  }

  get url(): string {
    return this.service.url;
  }

  /** What all services said, those that were killed too. */
  serviceLog(): string {
    return [...this.earlierLogs, this.service.log()].join('\n--- killed ---\n');
  }

  async killService(): Promise<void> {
    await this.service.kill();
    this.earlierLogs.push(this.service.log());
    this.service = await startService(this.database, this.port, this.options);
  }

  async killDatabase(): Promise<void> {
    process.kill(this.database.pid, 'SIGKILL');
    await this.restartDatabase();
  }

  /** As a supervisor does with a server that ended; one that still runs is stopped in good order before. */
  async restartDatabase(): Promise<void> {
    await this.database.stop();
    this.database = await startDatabase(this.directory, this.options);
  }

  /** What `testmetrics db check` says: 0 and nothing where rollups and raw rows agree. */
  checkDatabase(): ReturnType<typeof runCommand> {
    return runCommand(['db', 'check'], { DATABASE_URL: this.databaseUrl });
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.database.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

function startDatabase(directory: string, { durability = 'throwaway' }: FaultStackOptions): Promise<PrivateDatabase> {
  return startPrivateDatabase({ directory, durability });
}

function startService(
  database: PrivateDatabase,
  port: number,
  { env = {} }: FaultStackOptions,
): Promise<IngestProcess> {
  return startIngest({ databaseUrl: database.ownerUrl, port, env: { LOG_LEVEL: 'warn', ...env } });
}
