import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '@testmetrics/private-database';
import type { GrafanaInstallation } from './find-grafana';
import { grafanaEnvironment } from './grafana-environment';
import { installPlugin } from './install-plugin';
import type { Paths } from './paths';
import { startService, type ServiceProcess } from './service-process';

/** What shows the dashboards, and where it says that it is ready. */
export interface Dashboards {
  readonly kind: 'grafana' | 'preview';
  readonly service: ServiceProcess;
  readonly readyPath: string;
  readonly startTimeoutMs: number;
}

/** A Grafana that starts for the first time makes its own database, which takes a slow machine a while. */
const GRAFANA_START_MS = 180_000;
const PREVIEW_START_MS = 60_000;

export interface DashboardsOptions {
  readonly grafana: GrafanaInstallation | null;
  readonly paths: Paths;
  readonly port: number;
  readonly databaseUrl: string;
}

/** Starts Grafana where there is one, else the preview. */
export function startDashboards(options: DashboardsOptions): Promise<Dashboards> {
  return options.grafana === null ? startPreview(options) : startGrafana(options.grafana, options);
}

async function startPreview({ paths, port, databaseUrl }: DashboardsOptions): Promise<Dashboards> {
  const service = await startService({
    name: 'preview',
    command: process.execPath,
    args: [paths.app('preview')],
    // It shows what is in the database to whoever asks: loopback only.
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      DASHBOARDS_PORT: String(port),
      DATABASE_URL: databaseUrl,
    },
    logFile: paths.log('preview'),
  });
  return { kind: 'preview', service, readyPath: '/healthz', startTimeoutMs: PREVIEW_START_MS };
}

async function startGrafana(grafana: GrafanaInstallation, options: DashboardsOptions): Promise<Dashboards> {
  const { paths, port, databaseUrl } = options;
  for (const name of ['data', 'logs', 'plugins']) mkdirSync(join(paths.grafana, name), { recursive: true });
  installPlugin(paths.plugin, join(paths.grafana, 'plugins'));
  const environment = grafanaEnvironment({
    port,
    directory: paths.grafana,
    provisioning: paths.provisioning,
    databaseUrl,
    adminPassword: adminPassword(paths.grafanaPassword),
  });
  const service = await startService({
    name: 'Grafana',
    command: grafana.command,
    args: [...grafana.args, '--homepath', grafana.home],
    env: { ...process.env, ...environment },
    logFile: paths.log('grafana'),
  });
  return { kind: 'grafana', service, readyPath: '/api/health', startTimeoutMs: GRAFANA_START_MS };
}

function adminPassword(file: string): string {
  if (!existsSync(file)) writePrivateFile(file, randomBytes(18).toString('base64url'));
  return readFileSync(file, 'utf8');
}
