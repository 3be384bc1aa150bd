import type { RunTotals } from '@testmetrics/domain';

import { MICROS, OUTCOME_SUMS } from '../check/test-run-facts';
import type { Session } from '../connection/session';
import { parseTime } from '../sql/parse-time';

/** Totals of a run that the reference's tools wrote. */
export interface ForeignTotals extends RunTotals {
  readonly runId: number;
  readonly runAtMicros: number;
  /** Tests that there are, each attempt counted. */
  readonly storedTests: number;
  /** Tests that the run's own counters speak of. */
  readonly claimedTests: number;
}

type Row = Omit<ForeignTotals, 'runAtMicros'> & {
  readonly runAt: string;
  readonly passes: number | null;
  readonly fails: number | null;
  readonly skips: number | null;
  readonly runTime: number | null;
};

/**
 * Counted from the test runs; where none are left, taken from the counters of the run, which know xfail as passed and uxsuccess as
 * failed. A run without a time was when its first test was.
 */
export async function readForeignTotals(
  session: Session,
  runIds: readonly number[],
): Promise<readonly ForeignTotals[]> {
  const time = (which: 'start' | 'stop') =>
    `TIMESTAMPADD(MICROSECOND, COALESCE(test_runs.${which}_time_microsecond, 0), test_runs.${which}_time)`;
  const rows = await session.rows<Row>(
    `SELECT runs.id AS runId, COALESCE(runs.run_at, sums.firstStart, '1970-01-01 00:00:00') AS runAt,
            runs.passes, runs.fails, runs.skips, runs.run_time AS runTime, sums.*
       FROM runs
       LEFT JOIN (SELECT test_runs.run_id, COUNT(*) AS total, SUM(test_runs.tm_attempts) AS storedTests, ${OUTCOME_SUMS}, COALESCE(SUM(${MICROS}), 0) / 1e6 AS secondsSum,
                         MIN(test_runs.start_time) AS firstStart,
                         GREATEST(0, COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(${time('start')}), MAX(${time('stop')})), 0)) / 1e6
                           AS secondsWall
                    FROM test_runs WHERE test_runs.run_id IN (${runIds.join()}) GROUP BY test_runs.run_id) AS sums
              ON sums.run_id = runs.id
      WHERE runs.id IN (${runIds.join()}) ORDER BY runs.id`,
  );
  return rows.map(toTotals);
}

function toTotals(row: Row): ForeignTotals {
  const number = (value: number | null): number => Number(value ?? 0);
  const claimed = { success: number(row.passes), fail: number(row.fails), skip: number(row.skips) };
  const claimedTests = claimed.success + claimed.fail + claimed.skip;
  const storedTests = number(row.storedTests);
  const common = { runId: row.runId, runAtMicros: parseTime(row.runAt), storedTests, claimedTests };
  if (storedTests === 0) {
    const none = { xfail: 0, uxsuccess: 0, unfinished: 0, flaky: 0 };
    return { ...common, total: claimedTests, ...claimed, ...none, secondsSum: number(row.runTime), secondsWall: 0 };
  }
  return {
    ...common,
    total: number(row.total),
    success: number(row.success),
    fail: number(row.fail),
    skip: number(row.skip),
    xfail: number(row.xfail),
    uxsuccess: number(row.uxsuccess),
    unfinished: number(row.unfinished),
    flaky: number(row.flaky),
    secondsSum: number(row.secondsSum),
    secondsWall: number(row.secondsWall),
  };
}
