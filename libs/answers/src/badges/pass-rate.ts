import type { BadgeQuery } from '@testmetrics/api-contract';
import type { Asker } from '../asking/asker';
import { filterFields } from '../filters';
import { readNumberOrNull } from '../rows/read-row';
import { badgeRange } from './badge-range';

/** `GET /v1/badges/pass-rate.svg`: the share of runs that passed; `null` where there was none. */
export async function passRate(asker: Asker, query: BadgeQuery): Promise<number | null> {
  const question = { kind: 'runStat', measure: 'run_failure_rate', ...filterFields(query) } as const;
  const [row] = await asker.ask(question, badgeRange(query.days, asker.nowMicros()));
  const failed = row === undefined ? null : readNumberOrNull(row, 'value');
  return failed === null ? null : 1 - failed;
}
