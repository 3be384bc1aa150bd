import { setTimeout as sleep } from 'node:timers/promises';
import { BRANCH, PROJECT, pastRuns, streamOf, type PastRun } from './history';

export interface PostOptions {
  readonly ingestUrl: string;
  /** The secret of a write token, where the service wants one. */
  readonly token?: string | undefined;
}

const ROLLUP_PATIENCE_MS = 120_000;

/**
 * Posts the history, and waits until the service has counted it.
 *
 * @returns the id of each run, in the order of `pastRuns`
 */
export async function postHistory(options: PostOptions, nowMs: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const run of pastRuns(nowMs)) ids.push(await post(options, run));
  await untilCounted(options.ingestUrl);
  return ids;
}

async function post({ ingestUrl, token }: PostOptions, run: PastRun): Promise<string> {
  const query = new URLSearchParams({
    'meta.build_name': run.job,
    'meta.project': PROJECT,
    'meta.build_branch': BRANCH,
    'meta.node': 'ubuntu-24',
  });
  const answer = await fetch(`${ingestUrl}/v1/runs?${query}`, {
    method: 'POST',
    body: new Uint8Array(streamOf(run)),
    headers: {
      'content-type': 'application/vnd.subunit',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST /v1/runs of ${run.job}: expected 201, found ${answer.status}: ${text}`);
  return (JSON.parse(text) as { readonly id: string }).id;
}

async function untilCounted(ingestUrl: string): Promise<void> {
  const deadline = Date.now() + ROLLUP_PATIENCE_MS;
  for (;;) {
    const metrics = await (await fetch(`${ingestUrl}/metrics`)).text();
    const waiting = /^testmetrics_rollup_lag_runs (\d+)/m.exec(metrics)?.[1];
    if (waiting === '0') return;
    if (Date.now() > deadline) throw new Error(`the rollups did not end: ${waiting} runs wait`);
    await sleep(500);
  }
}
