import { decodeAll } from '@testmetrics/subunit';

import { KNOWN_SECONDS } from './demo-suite';

/** What one worker of a run ran. */
export interface WorkerLoad {
  readonly tests: number;
  /** That these tests take, as far as it is known. */
  readonly seconds: number;
}

/** Who ran what, by the tags of a run's stream; the worker with less to do first. */
export function workerLoads(stream: Uint8Array): readonly WorkerLoad[] {
  const workers = new Map<string, { tests: number; seconds: number }>();
  for (const item of decodeAll(stream)) {
    if (item.kind !== 'event' || item.event.status !== 'success' || item.event.testId === null) continue;
    const worker = item.event.tags?.find((tag) => tag.startsWith('worker-')) ?? 'none';
    const load = workers.get(worker) ?? { tests: 0, seconds: 0 };
    load.tests += 1;
    load.seconds += KNOWN_SECONDS.get(item.event.testId) ?? 0;
    workers.set(worker, load);
  }
  return [...workers.values()].sort((one, other) => one.seconds - other.seconds);
}
