import type { BadgeQuery } from '@testmetrics/api-contract';
import type { Asker } from '../asking/asker';
import { filterFields } from '../filters';
import { readNumber, readText, readTime } from '../rows/read-row';
import { badgeRange } from './badge-range';

export interface LastRun {
  /** A time of a reply. */
  readonly runAt: string;
  readonly hasFailed: boolean;
  readonly failedTests: number;
}

/** `GET /v1/badges/last-run.svg`: how the newest run ended; `null` where there was none. */
export async function lastRun(asker: Asker, query: BadgeQuery): Promise<LastRun | null> {
  const question = { kind: 'recentRuns', limit: 1, ...filterFields(query) } as const;
  const [row] = await asker.ask(question, badgeRange(query.days, asker.nowMicros()));
  if (row === undefined) return null;
  return {
    runAt: readTime(row, 'time'),
    hasFailed: readText(row, 'Result') === 'failed',
    failedTests: readNumber(row, 'Failed'),
  };
}
