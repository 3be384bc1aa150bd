import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase, migrate } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import { createTestDatabase } from '@testmetrics/private-database/testing';
import type { Environment } from '@testmetrics/runtime';
import { recordingLogger } from '@testmetrics/runtime/testing';
import { startService } from '../composition';
import { readConfig } from '../config';

/** The whole service in this process, on a port and a database of its own. */
export interface TestService {
  readonly url: string;
  readonly port: number;
  readonly lines: Record<string, unknown>[];
  readonly database: Database;
  readonly spoolDirectory: string;
  /** Names of the spool files there are. */
  spools(): Promise<string[]>;
  /** Ends the service as SIGTERM does. */
  stop(): Promise<void>;
  /** Ends it, and removes database and directories. */
  dispose(): Promise<void>;
}

export interface TestServiceOptions {
  readonly env?: Environment;
  /** Leaves the database empty. */
  readonly unmigrated?: boolean;
  /** Another way to the same database: the port that leads to the given one. */
  readonly wayTo?: (port: number) => Promise<number>;
}

export async function startTestService(options: TestServiceOptions = {}): Promise<TestService> {
  const { env = {}, unmigrated = false, wayTo = (port) => Promise.resolve(port) } = options;
  const created = await createTestDatabase();
  const database = await connectDatabase(created.url);
  if (!unmigrated) await migrate(database);
  const spoolDirectory = await mkdtemp(join(tmpdir(), 'testmetrics-ingest-test-'));
  const { logger, lines } = recordingLogger();
  const databaseUrl = new URL(created.url);
  databaseUrl.port = String(await wayTo(Number(databaseUrl.port)));
  const config = readConfig({
    DATABASE_URL: databaseUrl.href,
    PORT: '0',
    TESTMETRICS_SPOOL_DIR: spoolDirectory,
    ...env,
  });
  const { url, shutdown } = await startService(config, logger);
  return {
    url,
    port: Number(new URL(url).port),
    lines,
    database,
    spoolDirectory,
    spools: () => readdir(spoolDirectory),
    stop: () => shutdown.run(),
    dispose: async () => {
      await shutdown.run();
      await database.close();
      await created.drop();
      await rm(spoolDirectory, { recursive: true, force: true });
    },
  };
}
