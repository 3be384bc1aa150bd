import { RollupLoop, rollupLag } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import type { Logger } from '@testmetrics/runtime';
import type { RollupLag } from '../metrics';

/** The rollup loop of this process, begun as soon as the database is there. */
export class Rollups {
  private started: { readonly database: Database; readonly loop: RollupLoop } | null = null;

  constructor(private readonly logger: Logger) {}

  start(database: Database): void {
    if (this.started !== null) return;
    const loop = new RollupLoop(database, {
      onBatch: ({ runs, ms }) => this.logger.debug({ runs, ms: Math.round(ms) }, 'rolled up'),
      onError: (err) => this.logger.warn({ err }, 'rollup failed; trying again'),
    });
    loop.start();
    this.started = { database, loop };
  }

  /** A run was stored. */
  wake(): void {
    this.started?.loop.wake();
  }

  /** `null` before the database was reached. */
  async lag(): Promise<RollupLag | null> {
    if (this.started === null) return null;
    const { pendingRuns, seconds } = await rollupLag(this.started.database);
    return { runs: pendingRuns, seconds };
  }

  async stop(): Promise<void> {
    await this.started?.loop.stop();
  }
}
