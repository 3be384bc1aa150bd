import type { BadgeQuery } from '@testmetrics/api-contract';
import type { Asker } from '../asking/asker';
import { filterFields } from '../filters';
import { readNumber } from '../rows/read-row';
import { badgeRange } from './badge-range';

/** More tests than these are not counted one by one. */
const MOST = 100;

export interface FlakyCount {
  readonly tests: number;
  /** There are at least so many. */
  readonly isLeast: boolean;
}

/** `GET /v1/badges/flaky.svg`: how many tests both failed and passed within a run; `null` where there was no run. */
export async function flakyCount(asker: Asker, query: BadgeQuery): Promise<FlakyCount | null> {
  const filter = filterFields(query);
  const range = badgeRange(query.days, asker.nowMicros());
  const [stat] = await asker.ask({ kind: 'runStat', measure: 'flaky', ...filter }, range);
  if (stat === undefined) return null;
  if (readNumber(stat, 'value') === 0) return { tests: 0, isLeast: false };
  const rows = await asker.ask({ kind: 'flakyTests', limit: MOST, ...filter }, range);
  return { tests: rows.length, isLeast: rows.length === MOST };
}
