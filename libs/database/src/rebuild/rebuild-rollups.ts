import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { MetadataKeys } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';

import type { Database } from '../connection/database';
import { releaseLease, takeLease } from '../rollup/lease';
import { rollUpNext } from '../rollup/roll-up-next';
import { DEFAULT_BATCH_OPTIONS } from '../rollup/roll-up-batch';
import { rollupLag } from '../rollup/rollup-lag';
import { adoptForeignRuns } from './adopt-foreign-runs';
import { beginReset, finishReset } from './reset-rollups';

export interface RebuildProgress {
  readonly doneRuns: number;
  readonly totalRuns: number;
}

export interface RebuildOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Which metadata name the job, project, branch, commit and queue of runs that the reference's tools wrote. */
  readonly metadataKeys?: MetadataKeys;
  /** How long to wait for the rollup loop to let go. Default 2 minutes. */
  readonly waitMs?: number;
}

export interface RebuildResult {
  readonly runs: number;
  /** Runs of the reference's tools that are ours from now on. */
  readonly adopted: number;
}

const LEASE_SECONDS = 120;

/**
 * Makes all rollups, counters and histories again from the raw rows, and adopts runs that the reference's tools wrote. Uploads go on
 * meanwhile. If it is broken off, the rollup loop finishes what it began, or it is simply run again.
 */
export async function rebuildRollups(database: Database, options: RebuildOptions = {}): Promise<RebuildResult> {
  const holder = randomUUID();
  await waitForLease(database, holder, options.waitMs ?? 120_000);
  try {
    const adopted = await adoptForeignRuns(database, options.metadataKeys);
    await beginReset(database, holder);
    await finishReset(database);
    return { runs: await rollUpEverything(database, holder, options), adopted };
  } finally {
    await releaseLease(database, holder).catch(() => undefined);
  }
}

async function rollUpEverything(database: Database, holder: string, options: RebuildOptions): Promise<number> {
  const { pendingRuns } = await rollupLag(database);
  let doneRuns = 0;
  for (;;) {
    await takeLease(database, { holder, seconds: LEASE_SECONDS });
    const { runs } = await rollUpNext(database, holder, DEFAULT_BATCH_OPTIONS);
    if (runs === 0) return doneRuns;
    doneRuns += runs;
    options.onProgress?.({ doneRuns, totalRuns: Math.max(doneRuns, pendingRuns) });
  }
}

async function waitForLease(database: Database, holder: string, waitMs: number): Promise<void> {
  const giveUpAt = performance.now() + waitMs;
  while (!(await takeLease(database, { holder, seconds: LEASE_SECONDS }))) {
    if (performance.now() > giveUpAt) {
      throw new AppError('rollup_busy', 'The rollups cannot be made again now.', {
        expected: `the rollup loop to let go within ${Math.round(waitMs / 1000)} s`,
        found: 'that another process holds its lease',
        action: 'try again, or stop the other process',
      });
    }
    await sleep(250);
  }
}
