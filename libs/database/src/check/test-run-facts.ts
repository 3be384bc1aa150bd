/** Whether a test run ended, and how, for sums; kept apart from the rollup's own reading so that one can check the other. */
const FINAL = "('success', 'fail', 'skip', 'xfail', 'uxsuccess')";
const PASSED = "('success', 'xfail')";

export const IS_UNFINISHED = `(test_runs.status IS NULL OR test_runs.status NOT IN ${FINAL})`;
export const IS_PASSED = `(test_runs.status IN ${PASSED})`;
export const IS_FAILED = "(test_runs.status IN ('fail', 'uxsuccess'))";

const START = startOf('test_runs.start_time', 'test_runs.start_time_microsecond');
const STOP = startOf('test_runs.stop_time', 'test_runs.stop_time_microsecond');

/** Microseconds of a finished test run; NULL where not known. */
export const MICROS = `(CASE WHEN NOT ${IS_UNFINISHED} AND ${STOP} >= ${START} THEN ${STOP} - ${START} END)`;

function startOf(time: string, fraction: string): string {
  // Counted from a day, so that any year fits and no time zone comes in.
  return `(TO_SECONDS(${time}) * 1000000 + COALESCE(${fraction}, 0))`;
}

/** Seconds that count in sums of durations: skips took no time worth knowing. */
export const TIMED_MICROS = `(CASE WHEN test_runs.status <> 'skip' THEN ${MICROS} END)`;
export const PASSED_MICROS = `(CASE WHEN ${IS_PASSED} THEN ${MICROS} END)`;

/** Sums by outcome. */
export const OUTCOME_SUMS = [
  ...['success', 'fail', 'skip', 'xfail', 'uxsuccess'].map(
    (status) => `SUM(test_runs.status <=> '${status}') AS ${status}`,
  ),
  `SUM(${IS_UNFINISHED}) AS unfinished`,
  'SUM(test_runs.tm_flaky) AS flaky',
].join(', ');

export const OUTCOME_NAMES = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'] as const;

/** The bucket of a duration in microseconds; the summand keeps exact powers of two on the upper side of rounding. */
export function bucketSql(micros: string): string {
  return `LEAST(127, GREATEST(0, IF(${micros} <= 0, 0, FLOOR(4 * LOG2(${micros} / 1000) + 1e-10))))`;
}

/** Runs whose contribution is in the shared rows. */
export const ROLLED_UP = `tm_runs.run_id NOT IN (SELECT tm_rollup_pending.run_id FROM tm_rollup_pending)`;
