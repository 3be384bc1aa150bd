import { setTimeout as sleep } from 'node:timers/promises';

const WAITING_RUNS = /^testmetrics_rollup_lag_runs\s+(\d+)/m;

/** Waits until what was uploaded stands in the rollups that the dashboards read; gives up quietly after a while. */
export async function awaitRollup(ingestUrl: string, signal: AbortSignal, timeoutMs = 60_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const response = await fetch(`${ingestUrl}/metrics`, { signal });
    const waiting = WAITING_RUNS.exec(await response.text())?.[1];
    if (waiting === undefined || waiting === '0') return;
    await sleep(200, undefined, { signal });
  }
}
