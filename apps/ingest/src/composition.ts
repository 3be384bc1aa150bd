import { removeStaleSpools } from '@testmetrics/ingestion';
import { Shutdown, createLogger, systemClock } from '@testmetrics/runtime';
import type { Logger } from '@testmetrics/runtime';
import { createApp } from './app';
import type { IngestConfig } from './config';
import { HttpServer } from './http/http-server';
import { UploadSlots } from './http/upload-slots';
import { Metrics } from './metrics';
import { DatabaseGate } from './stores/database-gate';
import { ExportGate } from './stores/export-gate';
import { ReadGate } from './stores/read-gate';
import { Refusals } from './stores/refusals';
import { Rollups } from './stores/rollups';
import { VERSION } from './version';

/** A service that runs. */
export interface Service {
  readonly url: string;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
}

/** Makes every part of the service, once, and starts it. What it started it undoes in reverse order. */
export async function startService(
  config: IngestConfig,
  logger: Logger = createLogger({ name: 'ingest', level: config.logLevel }),
): Promise<Service> {
  const shutdown = new Shutdown({ logger, timeoutMs: config.shutdownMs });
  const metrics = new Metrics();
  const slots = new UploadSlots(config.maxParallelUploads);
  const rollups = new Rollups(logger);
  const refusals = new Refusals(logger, systemClock);
  const gate = new DatabaseGate({
    databaseUrl: config.databaseUrl,
    onReady: ({ database }) => {
      rollups.start(database);
      refusals.start(database);
    },
  });
  const reads = new ReadGate(config.databaseUrl, gate);
  const exports = new ExportGate(config.databaseUrl, gate);
  shutdown.add('database', () => gate.close());
  shutdown.add('reads', () => reads.close());
  shutdown.add('exports', () => exports.close());
  shutdown.add('rollups', () => rollups.stop());
  shutdown.add('refusals', () => refusals.stop());
  metrics.observeUploads(() => slots.inUse);
  metrics.observeRollupLag(() => rollups.lag());
  await cleanSpools(config, logger);
  const listener = createApp({
    config,
    gate,
    slots,
    metrics,
    logger,
    version: VERSION,
    reads,
    exports,
    onStored: () => {
      rollups.wake();
      reads.forget();
    },
    onRefused: (code) => refusals.count(code),
  });
  const server = new HttpServer({ ...config, listener, logger });
  const url = await server.listen(config);
  shutdown.add('server', () => server.close());
  const stopKnocking = knock(gate, logger);
  shutdown.add('knocking', stopKnocking);
  return { url, logger, shutdown };
}

const KNOCK_MS = 2000;

/** Tries to reach the database from the start on, so that the rollups go on without waiting for a request. */
function knock(gate: DatabaseGate, logger: Logger): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  const once = async (): Promise<void> => {
    try {
      await gate.check();
      logger.info('database ready');
    } catch (err) {
      logger.warn({ err }, 'database not ready');
      if (!isOver) timer = setTimeout(() => void once(), KNOCK_MS);
    }
  };
  void once();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

async function cleanSpools({ spoolDirectory }: IngestConfig, logger: Logger): Promise<void> {
  const removed = await removeStaleSpools(spoolDirectory);
  if (removed > 0) logger.warn({ removed, spoolDirectory }, 'removed spool files of an earlier process');
}
