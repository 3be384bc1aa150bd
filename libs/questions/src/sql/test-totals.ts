/**
 * What a row of the totals by day or by month (the alias) says of a test, as expressions without an aggregate. Of the same names
 * as `TEST_RUN_SUMS`, which say it of single test runs.
 */
export const TEST_TOTALS = {
  passed: (d: string) => `${d}.success + ${d}.xfail`,
  failed: (d: string) => `${d}.fail + ${d}.uxsuccess + ${d}.unfinished`,
  skipped: (d: string) => `${d}.skip`,
  unfinished: (d: string) => `${d}.unfinished`,
  flaky: (d: string) => `${d}.flaky`,
  timed: (d: string) => `${d}.passed_timed`,
  seconds: (d: string) => `${d}.passed_seconds`,
} as const;

/** `timed` and `seconds` are of passes only: how long a failure takes says nothing about the test. */
export type TestMeasure = keyof typeof TEST_TOTALS;

/** The totals of several rows (alias `d`). */
export function totalSum(measure: TestMeasure): string {
  return `SUM(${TEST_TOTALS[measure]('d')})`;
}
