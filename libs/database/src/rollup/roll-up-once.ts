import { randomUUID } from 'node:crypto';

import type { Database } from '../connection/database';
import { releaseLease, takeLease } from './lease';
import { DEFAULT_BATCH_OPTIONS, type BatchOptions, type BatchResult } from './roll-up-batch';
import { rollUpNext } from './roll-up-next';

const LEASE_SECONDS = 60;

export interface RollUpOnceOptions extends Partial<BatchOptions> {
  /** Who asks. Default: somebody new. */
  readonly holder?: string;
  /** Called after each batch with what is done so far. */
  readonly onBatch?: (done: BatchResult) => void;
}

/** Rolls up everything that is pending now, batch by batch; `null` where another process is at it. For commands and tests. */
export async function rollUpOnce(database: Database, options: RollUpOnceOptions = {}): Promise<BatchResult | null> {
  const { holder = randomUUID(), onBatch, ...limits } = options;
  if (!(await takeLease(database, { holder, seconds: LEASE_SECONDS }))) return null;
  const done = { runs: 0, testRuns: 0 };
  try {
    for (;;) {
      const batch = await rollUpNext(database, holder, { ...DEFAULT_BATCH_OPTIONS, ...limits });
      if (batch.runs === 0) return done;
      done.runs += batch.runs;
      done.testRuns += batch.testRuns;
      onBatch?.({ ...done });
      // A batch can take long; without the lease the next one would fail at the fence.
      await takeLease(database, { holder, seconds: LEASE_SECONDS });
    }
  } finally {
    await releaseLease(database, holder).catch(() => undefined);
  }
}
