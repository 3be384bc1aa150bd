import { FAILED_STATUSES } from './test-run-sums';
import { epochSeconds } from './time-range';

/** Milliseconds since the epoch, whole seconds: what Grafana shows as a time. */
export function millis(column: string): string {
  return `${epochSeconds(column)} * 1000`;
}

/** Milliseconds since the epoch with their fraction, of a column that has microseconds. */
export function exactMillis(column: string): string {
  return `TIMESTAMPDIFF(MICROSECOND, '1970-01-01', ${column}) / 1e3`;
}

/** A test's name as tables show it: whole up to a thousand characters. */
export function testName(alias: string): string {
  return `LEFT(${alias}.test_id, 1000)`;
}

/** One word for how a test run ended; `flaky` says that it failed and passed. */
export function outcomeWord(status: string, flaky: string): string {
  return `CASE WHEN ${flaky} THEN 'flaky' WHEN ${status} = 'success' THEN 'passed' WHEN ${status} = 'fail' THEN 'failed' WHEN ${status} = 'skip' THEN 'skipped' WHEN ${status} IN ('xfail', 'uxsuccess') THEN ${status} ELSE 'unfinished' END`;
}

/** Whether a test run failed, as a condition. */
export function isFailed(status: string): string {
  return `${status} IN ${FAILED_STATUSES}`;
}

/** What makes a run unlike others; a run can be all of it. */
export function runNote(alias: string): string {
  const parts = [
    `IF(${alias}.complete, NULL, 'incomplete')`,
    `IF(${alias}.infra, 'mostly failed', NULL)`,
    `IF(${alias}.sample, 'sample', NULL)`,
  ];
  return `CONCAT_WS(', ', ${parts.join(', ')})`;
}
