import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Database } from '../connection/database';
import { ensurePartitions } from '../partitions/ensure-partitions';
import { LeaseLostError, releaseLease, takeLease } from './lease';
import { DEFAULT_BATCH_OPTIONS, type BatchOptions, type BatchResult } from './roll-up-batch';
import { rollUpNext } from './roll-up-next';

export interface RollupLoopOptions extends Partial<BatchOptions> {
  /** Longest pause between two looks, where nobody wakes the loop. Default 2 s. */
  readonly pollMs?: number;
  /** Pause after a wake-up, so that uploads that come together are taken together. Default 100 ms. */
  readonly gatherMs?: number;
  /** Pause between two looks at the partitions. Default 1 hour. */
  readonly partitionsEveryMs?: number;
  readonly leaseSeconds?: number;
  readonly onBatch?: (result: BatchResult & { readonly ms: number }) => void;
  /** The loop goes on after every error; the next look may succeed. */
  readonly onError?: (error: unknown) => void;
}

const DEFAULTS = { pollMs: 2_000, gatherMs: 100, partitionsEveryMs: 3_600_000, leaseSeconds: 30 };

/** Brings shared rows up behind the uploads, for as long as the process lives. Many processes may run one; one at a time works. */
export class RollupLoop {
  readonly #database: Database;
  readonly #options: RollupLoopOptions & typeof DEFAULTS;
  readonly #holder = randomUUID();
  #stopping = false;
  #running: Promise<void> | null = null;
  #wake: (() => void) | null = null;
  #woken = false;
  #partitionsAt = 0;

  constructor(database: Database, options: RollupLoopOptions = {}) {
    this.#database = database;
    this.#options = { ...DEFAULTS, ...options };
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** A run was stored: look soon. */
  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  /** Ends after the batch that is under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    await this.#running;
    this.#running = null;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      await this.#attempt(() => this.#rollUpAll());
      await this.#attempt(() => this.#tendPartitions());
      await this.#pause();
    }
    await releaseLease(this.#database, this.#holder).catch(() => undefined);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // Another process took over after a long pause of ours: as it should be.
      if (!(error instanceof LeaseLostError)) this.#options.onError?.(error);
    }
  }

  async #rollUpAll(): Promise<void> {
    const limits = { ...DEFAULT_BATCH_OPTIONS, ...this.#options };
    while (!this.#stopping) {
      const lease = { holder: this.#holder, seconds: this.#options.leaseSeconds };
      if (!(await takeLease(this.#database, lease))) return;
      const started = performance.now();
      const result = await rollUpNext(this.#database, this.#holder, limits);
      if (result.runs === 0) break;
      this.#options.onBatch?.({ ...result, ms: performance.now() - started });
    }
    // Idle, it lets go, so that a rebuild or another process need not wait for the lease to run out.
    await releaseLease(this.#database, this.#holder);
  }

  async #tendPartitions(): Promise<void> {
    if (this.#stopping || performance.now() < this.#partitionsAt) return;
    this.#partitionsAt = performance.now() + this.#options.partitionsEveryMs;
    await ensurePartitions(this.#database, { now: new Date() });
  }

  async #pause(): Promise<void> {
    if (!this.#woken) await this.#waitForWake();
    if (this.#woken && !this.#stopping) await sleep(this.#options.gatherMs);
    this.#woken = false;
  }

  async #waitForWake(): Promise<void> {
    const timer = new AbortController();
    const wakeUp = new Promise<void>((resolve) => (this.#wake = resolve));
    await Promise.race([
      wakeUp,
      sleep(this.#options.pollMs, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
    this.#wake = null;
  }
}
