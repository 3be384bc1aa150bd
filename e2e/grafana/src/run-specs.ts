import { writeFileSync } from 'node:fs';
import { findServer } from './find-server';
import { runPlaywright } from './playwright';
import { postHistory } from './post-history';
import { startProduct } from './start-product';
import { pastRuns } from './history';

/**
 * Brings a Grafana up where one is installed, posts the history, has the specs run, and writes their results as JSON.
 *
 * A program of its own, so that jest can wait for it before it says which tests there are: a spec that a version of
 * Grafana cannot run is then a skipped test, not one that passed.
 */
async function main(): Promise<void> {
  const [, , output = ''] = process.argv;
  const { env, stop } = await prepare();
  try {
    writeFileSync(output, JSON.stringify(runPlaywright(process.argv.slice(3), env)));
  } finally {
    await stop();
  }
}

interface Prepared {
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

async function prepare(): Promise<Prepared> {
  const server = findServer(process.env);
  if (server.kind === 'none') throw new Error(`The specs need ${server.reason}.`);
  if (server.kind === 'running') {
    const env = { GRAFANA_URL: server.url, ...(await historyOf(server.ingestUrl)) };
    return { env, stop: () => Promise.resolve() };
  }
  const product = await startProduct(server.home);
  try {
    const env = {
      GRAFANA_URL: product.grafanaUrl,
      GRAFANA_ADMIN_USER: 'admin',
      GRAFANA_ADMIN_PASSWORD: product.adminPassword,
      ...(await historyOf(product.ingestUrl)),
    };
    return { env, stop: () => product.stop() };
  } catch (error) {
    await product.stop();
    throw error;
  }
}

/** What the specs are told of the history: the ids of the runs, in the order in which they were posted. */
async function historyOf(ingestUrl: string | null): Promise<Record<string, string>> {
  if (ingestUrl === null) return {};
  const nowMs = Date.now();
  const ids = await postHistory({ ingestUrl, token: process.env['TESTMETRICS_TOKEN'] || undefined }, nowMs);
  const runs = pastRuns(nowMs).map(({ job, failing }, index) => ({ id: ids[index], job, failed: failing.length > 0 }));
  return { GRAFANA_E2E_RUNS: JSON.stringify(runs) };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
