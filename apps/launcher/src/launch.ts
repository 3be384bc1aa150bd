import { mkdirSync } from 'node:fs';
import {
  lockDirectory,
  PrivateDatabaseError,
  startPrivateDatabase,
  type DirectoryLock,
} from '@testmetrics/private-database';
import { AppError, createLogger, SERVICE_NODE_FLAGS, Shutdown } from '@testmetrics/runtime';
import { awaitHttp, deathOf } from './await-http';
import { choosePorts } from './choose-port';
import { startDashboards } from './dashboards';
import { removeEndpoints, urlOf, writeEndpoints } from './endpoints-file';
import { findGrafana } from './find-grafana';
import { greeting } from './greeting';
import { loadSample } from './load-sample';
import { migrate } from './migrate';
import type { Paths } from './paths';
import { openProcessRecord, stopLeftovers, type ProcessRecord } from './process-record';
import { startService, type ServiceProcess } from './service-process';
import type { Settings } from './settings';

export interface LaunchOptions {
  readonly settings: Settings;
  readonly paths: Paths;
  /** Aborted when the person wants everything to stop. */
  readonly signal: AbortSignal;
  /** Aborted when the person does not want to wait for it. */
  readonly impatience: AbortSignal;
  readonly say: (line: string) => void;
}

interface Databases {
  readonly url: string;
  readonly viewerUrl: string;
}

/** What the steps of a start share. */
interface Stack extends LaunchOptions {
  readonly shutdown: Shutdown;
  readonly record: ProcessRecord;
  /** Ends the launch with what died. */
  readonly reportDeath: (error: Error) => void;
}

/**
 * Brings everything up, stays until it is told to stop or something dies, and takes everything down again.
 *
 * @throws what kept it from starting, or what died
 */
export async function launch(options: LaunchOptions): Promise<void> {
  const shutdown = new Shutdown({ logger: createLogger({ name: 'launcher', level: 'error' }) });
  const death = new AbortController();
  const signal = AbortSignal.any([options.signal, death.signal]);
  try {
    const stack = await prepare({ ...options, signal }, shutdown, (error) => death.abort(error));
    await bringUp(stack);
    await untilAborted(signal);
    death.signal.throwIfAborted();
  } catch (error) {
    if (death.signal.aborted && !options.signal.aborted) throw death.signal.reason;
    if (!options.signal.aborted) throw error;
  } finally {
    if (options.signal.aborted) options.say('\nstopping');
    await shutdown.run();
  }
}

async function prepare(
  options: LaunchOptions,
  shutdown: Shutdown,
  reportDeath: (error: Error) => void,
): Promise<Stack> {
  const { paths, say, impatience } = options;
  mkdirSync(paths.data, { recursive: true });
  const lock = takeLock(paths);
  shutdown.add('lock', () => lock.release());
  removeEndpoints(paths.endpoints);
  shutdown.add('endpoints', () => removeEndpoints(paths.endpoints));
  const left = await stopLeftovers(paths.processes);
  if (left > 0) say(`stopped ${left} processes that an earlier start had left behind`);
  const record = openProcessRecord(paths.processes);
  shutdown.add('process record', () => record.clear());
  impatience.addEventListener('abort', () => record.killAll());
  return { ...options, shutdown, record, reportDeath };
}

function takeLock(paths: Paths): DirectoryLock {
  try {
    return lockDirectory(paths.lock);
  } catch (error) {
    if (!(error instanceof PrivateDatabaseError) || error.code !== 'directory_in_use') throw error;
    throw new AppError('already_running', `Test Metrics already runs with the data in ${paths.data}.`, {
      found: error.message,
      action: `see ${paths.endpoints} for where; or start another one with TESTMETRICS_DATA_DIR, PORT and DASHBOARDS_PORT of its own`,
    });
  }
}

async function bringUp(stack: Stack): Promise<void> {
  const { settings, paths, signal, say } = stack;
  const grafana = findGrafana(settings.grafanaHome, process.env['PATH'] ?? '');
  const [port = 0, dashboardsPort = 0] = await choosePorts([
    { variable: 'PORT', host: settings.host, port: settings.port },
    { variable: 'DASHBOARDS_PORT', host: '127.0.0.1', port: settings.dashboardsPort },
  ]);
  const databases = await bringUpDatabase(stack);
  signal.throwIfAborted();
  await migrate(paths, databases.url, signal);
  const ingestUrl = await bringUpIngest(stack, databases.url, port);
  const dashboards = await startDashboards({ grafana, paths, port: dashboardsPort, databaseUrl: databases.viewerUrl });
  watch(stack, dashboards.service);
  const dashboardsUrl = urlOf('127.0.0.1', dashboardsPort);
  await awaitHttp(`${dashboardsUrl}${dashboards.readyPath}`, dashboards.service, {
    signal,
    timeoutMs: dashboards.startTimeoutMs,
  });
  const sampleRuns = await bringUpSample(stack, ingestUrl);
  const endpoints = { ingest: ingestUrl, dashboards: dashboardsUrl, database: databases.url };
  writeEndpoints(paths.endpoints, endpoints);
  const needsToken = settings.writeTokens.length > 0;
  say(
    greeting({
      endpoints,
      dashboardsKind: dashboards.kind,
      sampleRuns,
      dataDirectory: settings.dataDirectory,
      needsToken,
      grafanaPasswordFile: paths.grafanaPassword,
    }),
  );
}

async function bringUpDatabase({ settings, paths, shutdown, record, say, reportDeath }: Stack): Promise<Databases> {
  if (settings.databaseUrl !== null) {
    return { url: settings.databaseUrl, viewerUrl: settings.dashboardsDatabaseUrl ?? settings.databaseUrl };
  }
  say('starting the database');
  const starting = startPrivateDatabase({ directory: paths.database, log: say });
  // Registered before it is up: whoever stops us meanwhile must not leave it behind.
  shutdown.add('database', () => starting.then((database) => database.stop()).catch(() => {}));
  const database = await starting;
  record.add(database.pid);
  void database.exited.then(({ status, signal }) => {
    const how = signal ?? `status ${status}`;
    reportDeath(new AppError('database_died', `The database ended (${how}).`, { action: `see ${database.logFile}` }));
  });
  return { url: database.ownerUrl, viewerUrl: database.viewerUrl };
}

async function bringUpIngest(stack: Stack, databaseUrl: string, port: number): Promise<string> {
  const { settings, paths, signal, say } = stack;
  say('starting the ingest service');
  const service = await startService({
    name: 'ingest service',
    command: process.execPath,
    args: [...SERVICE_NODE_FLAGS, '--enable-source-maps', paths.app('ingest')],
    env: { ...process.env, DATABASE_URL: databaseUrl, HOST: settings.host, PORT: String(port) },
    logFile: paths.log('ingest'),
  });
  watch(stack, service);
  const url = urlOf(settings.host, port);
  await awaitHttp(`${url}/readyz`, service, { signal });
  return url;
}

async function bringUpSample(stack: Stack, ingestUrl: string): Promise<number | null> {
  const { settings, paths, signal } = stack;
  if (!settings.loadsSample) return null;
  return await loadSample({
    ingestUrl,
    token: settings.writeTokens[0]?.secret ?? null,
    signal,
    stateFile: paths.sample,
    output: process.stderr,
  });
}

/** Stops the service with everything else, and tells when it ends by itself. */
function watch({ shutdown, record, reportDeath }: Stack, service: ServiceProcess): void {
  record.add(service.pid);
  shutdown.add(service.name, () => service.stop());
  void service.exited.then(({ status, signal }) => {
    reportDeath(deathOf(service, `ended (${signal ?? `status ${status}`})`));
  });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
