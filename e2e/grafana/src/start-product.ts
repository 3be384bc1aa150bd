import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = resolve(__dirname, '../../..');
const START_TIMEOUT_MS = 600_000;

/** `npm start` with a Grafana, sample data and a directory of its own. */
export interface Product {
  readonly grafanaUrl: string;
  readonly ingestUrl: string;
  readonly adminPassword: string;
  stop(): Promise<void>;
}

/** @throws Error with what it said where it does not come up */
export async function startProduct(grafanaHome: string): Promise<Product> {
  const directory = mkdtempSync(join(tmpdir(), 'tm-grafana-e2e-'));
  const data = join(directory, 'data');
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      GRAFANA_HOME: grafanaHome,
      PORT: '0',
      DASHBOARDS_PORT: '0',
      TESTMETRICS_SAMPLE: 'on',
      TESTMETRICS_DATA_DIR: data,
      DATABASE_URL: '',
      // Each spec begins with the session of the first sign-in, which Grafana would take back after ten minutes.
      GF_AUTH_TOKEN_ROTATION_INTERVAL_MINUTES: '600',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  let hasExited = false;
  const exited = new Promise<void>((done) =>
    child.once('close', () => {
      hasExited = true;
      done();
    }),
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    rmSync(directory, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!existsSync(join(data, 'endpoints.json'))) {
    if (hasExited || Date.now() > deadline) {
      await stop();
      throw new Error(`npm start was not up within ${START_TIMEOUT_MS / 1000} s, or ended:\n${output.slice(-4_000)}`);
    }
    await sleep(200);
  }
  const { dashboards, ingest } = JSON.parse(readFileSync(join(data, 'endpoints.json'), 'utf8')) as Record<
    string,
    string
  >;
  const adminPassword = readFileSync(join(data, 'grafana/admin-password'), 'utf8');
  return { grafanaUrl: dashboards ?? '', ingestUrl: ingest ?? '', adminPassword, stop };
}
