import { addRefusals } from '@testmetrics/database';
import type { Database } from '@testmetrics/database';
import type { Clock, Logger } from '@testmetrics/runtime';

const FLUSH_MS = 5_000;
const HOUR_MICROS = 3_600_000_000;

interface Count {
  readonly code: string;
  count: number;
  newestAtMicros: number;
}

/**
 * Counts refused uploads and writes the counts now and then: what was refused leaves no other trace in the database,
 * and dashboards and alerts should know of it. While the database is away the counts wait, one an hour and code.
 */
export class Refusals {
  private counts = new Map<string, Count>();
  private database: Database | null = null;
  private timer: NodeJS.Timeout | null = null;
  private flushing: Promise<void> = Promise.resolve();

  constructor(
    private readonly logger: Logger,
    private readonly clock: Clock,
    private readonly flushMs = FLUSH_MS,
  ) {}

  /** The database was reached. */
  start(database: Database): void {
    this.database = database;
    if (this.counts.size > 0) this.schedule();
  }

  count(code: string): void {
    const now = this.clock.nowMicros();
    const key = `${Math.floor(now / HOUR_MICROS)} ${code}`;
    const known = this.counts.get(key);
    if (known === undefined) this.counts.set(key, { code, count: 1, newestAtMicros: now });
    else Object.assign(known, { count: known.count + 1, newestAtMicros: now });
    this.schedule();
  }

  /** Writes what is counted so far. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    await this.flushing;
    await this.flush();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private schedule(): void {
    if (this.timer !== null || this.database === null) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.flushing = this.flush();
    }, this.flushMs);
    this.timer.unref();
  }

  private async flush(): Promise<void> {
    const { database, counts } = this;
    if (database === null || counts.size === 0) return;
    this.counts = new Map();
    try {
      await addRefusals(database, [...counts.values()]);
    } catch (err) {
      this.logger.warn({ err }, 'refused uploads were not written; trying again');
      this.takeBack(counts);
      this.schedule();
    }
  }

  private takeBack(counts: ReadonlyMap<string, Count>): void {
    for (const [key, earlier] of counts) {
      const later = this.counts.get(key);
      if (later === undefined) this.counts.set(key, earlier);
      else later.count += earlier.count;
    }
  }
}
