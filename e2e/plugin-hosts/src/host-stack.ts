import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { corpusDirectory } from '@testmetrics/corpus';
import { DashboardStack } from '@testmetrics/harness';
import { type GeneratedRun, generateHistory, loadRecordings, uploadQuery } from '@testmetrics/sample-data';
import { makeBrokenDatabases } from './broken-databases';
import { bundlePage } from './bundle-page';
import { GrafanaBackend } from './grafana-backend';
import { type GrafanaVersion } from './grafana-libraries';
import { type DatasourceJson } from './page/host-settings';
import { type PageServer, servePage } from './page-server';

/** The folder that an administrator copies into Grafana's plugin directory. */
const PLUGIN = resolve(__dirname, '../../../dist/apps/grafana-plugin');

const MYSQL_UID = 'testmetrics-mysql';

/** Long enough for trends, short enough to be loaded in seconds. */
const DAYS = 4;

/** Before what the dashboards show at first: what a job's usual is taken from. */
const USUAL = { daysAgo: 33, days: 2 };

const DAY_MICROS = 86_400e6;

/** A trend of one point, rates over one run. */
export const JOB_WITH_ONE_RUN = 'ran-once';

/** A database with sample runs, and pages of several Grafana versions that show the built plugin on it. */
export class HostStack {
  private readonly directory = mkdtempSync(join(tmpdir(), 'testmetrics-hosts-'));
  private readonly servers = new Map<GrafanaVersion, PageServer>();

  private constructor(
    readonly data: DashboardStack,
    private readonly backend: GrafanaBackend,
    private readonly databaseUrls: ReadonlyMap<string, string>,
  ) {}

  static async start(): Promise<HostStack> {
    const data = await DashboardStack.start();
    try {
      await loadHistory(data);
      const { urls } = await makeBrokenDatabases(data);
      const databaseUrls = new Map([[MYSQL_UID, data.database.viewerUrl], ...urls]);
      return new HostStack(data, new GrafanaBackend(databaseUrls), databaseUrls);
    } catch (error) {
      await data.stop();
      throw error;
    }
  }

  /** Bundles and serves the page of one version. */
  async serve(version: GrafanaVersion, libraries: string): Promise<string> {
    const page = join(this.directory, version);
    await bundlePage({ version, libraries, outDir: page });
    const server = await servePage({
      page,
      libraries,
      plugin: PLUGIN,
      datasources: this.datasources(),
      dashboards: builtDashboards,
      query: this.backend.query,
    });
    this.servers.set(version, server);
    return server.url;
  }

  private datasources(): DatasourceJson[] {
    const mysql = [...this.databaseUrls.keys()].map((uid) => ({ uid, type: 'mysql', name: uid, jsonData: {} }));
    const other = { uid: 'other', type: 'prometheus', name: 'other', jsonData: {} };
    const ours = { type: 'testmetrics-ci-datasource', jsonData: { mysqlUid: MYSQL_UID } };
    return [{ ...ours, uid: 'testmetrics', name: 'Test metrics' }, ...mysql, other];
  }

  async stop(): Promise<void> {
    for (const server of this.servers.values()) server.stop();
    await this.backend.stop();
    await this.data.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The dashboards that the built plugin brings. */
export function builtDashboards(): unknown[] {
  const directory = join(PLUGIN, 'dashboards');
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(directory, name), 'utf8')) as unknown);
}

/** Uploads the made-up history of a few days and of some long ago, four runs at a time as `npm start` does. */
async function loadHistory(data: DashboardStack): Promise<void> {
  const recordings = loadRecordings((name) => readFileSync(join(corpusDirectory(), name)));
  const nowMicros = Date.now() * 1000;
  const runs = [
    ...generateHistory(recordings, { seed: 'hosts', endMicros: nowMicros, days: DAYS }).runs,
    ...generateHistory(recordings, {
      seed: 'usual',
      endMicros: nowMicros - USUAL.daysAgo * DAY_MICROS,
      days: USUAL.days,
    }).runs,
  ];
  const iterator = runs[Symbol.iterator]();
  const uploadSome = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      await data.upload(uploadQuery(next.value), Buffer.from(next.value.stream()));
    }
  };
  await Promise.all([uploadSome(), uploadSome(), uploadSome(), uploadSome()]);
  await uploadOnce(data, runs[0]);
  await makeRefusal(data);
  await data.rolledUp();
}

/** A run once more, as that of another job. */
async function uploadOnce(data: DashboardStack, run: GeneratedRun | undefined): Promise<void> {
  if (run === undefined) throw new Error('expected sample runs, found none');
  const query = uploadQuery(run);
  query.set('run_id', randomUUID());
  query.set('meta.build_name', JOB_WITH_ONE_RUN);
  await data.upload(query, Buffer.from(run.stream()));
}

/** An upload that the service refuses; it writes down how many there were every few seconds. */
async function makeRefusal(data: DashboardStack): Promise<void> {
  const refused = await data.upload(new URLSearchParams({ nonsense: '1' }), Buffer.alloc(1)).then(
    () => null,
    (error: unknown) => String(error),
  );
  if (refused === null) throw new Error('expected an upload with an unknown parameter to be refused, found it stored');
  for (let attempt = 0; attempt < 80; attempt += 1) {
    const [row] = await data.ask('SELECT COUNT(*) AS n FROM tm_refused_hours');
    if (row?.['n'] !== 0) return;
    await sleep(250);
  }
  throw new Error(`expected the refusal in tm_refused_hours within 20 s, found none: ${refused}`);
}
