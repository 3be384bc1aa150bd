/** Final statuses of a test run that count as failed, and as passed: see outcome.ts. */
export const FAILED_STATUSES = "('fail', 'uxsuccess', 'inprogress', 'unknown')";
export const PASSED_STATUSES = "('success', 'xfail')";

/** May be negative; NULL where a time is missing. */
function elapsedSeconds(alias: string): string {
  return `(TIMESTAMPDIFF(SECOND, ${alias}.start_time, ${alias}.stop_time) + (CAST(${alias}.stop_time_microsecond AS SIGNED) - ${alias}.start_time_microsecond) / 1e6)`;
}

/** Seconds that a test run took; NULL where a time is missing or the end lies before the start. */
export function durationSeconds(alias: string): string {
  return `IF(${elapsedSeconds(alias)} >= 0, ${elapsedSeconds(alias)}, NULL)`;
}

const HAS_PASSED = `t.status IN ${PASSED_STATUSES}`;

/**
 * What single test runs (alias `t`) add up to, each for itself an expression with an aggregate and never NULL. `timed` and
 * `seconds` are of passes only: how long a failure takes says nothing about the test.
 *
 * Every test run of a day comes by here, so they are written for what the servers do fast: COUNT adds whole numbers where SUM
 * adds decimals, and a negative duration becomes 0, which changes no sum, rather than being worked out once more for its sign.
 */
export const TEST_RUN_SUMS = {
  passed: `COUNT(${HAS_PASSED} OR NULL)`,
  failed: `COUNT(t.status IN ${FAILED_STATUSES} OR NULL)`,
  skipped: "COUNT(t.status = 'skip' OR NULL)",
  unfinished: "COUNT(t.status IN ('inprogress', 'unknown') OR NULL)",
  flaky: 'COUNT(t.tm_flaky = 1 OR NULL)',
  timed: `COUNT(${HAS_PASSED} AND ${elapsedSeconds('t')} >= 0 OR NULL)`,
  seconds: `COALESCE(SUM(IF(${HAS_PASSED}, GREATEST(${elapsedSeconds('t')}, 0), NULL)), 0)`,
} as const;
