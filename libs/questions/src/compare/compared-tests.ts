import { runKey } from '../sql/one-run';
import { nested, sql } from '../sql/select';
import { durationSeconds, FAILED_STATUSES } from '../sql/test-run-sums';

/** What happened to a test from one run to another, the news first. */
export const CHANGES = [
  'newly failing',
  'still failing',
  'fixed',
  'only before',
  'only after',
  'skipped now',
  'runs now',
  'slower',
  'faster',
  'same',
] as const;

/** Slower, or faster, is what differs by a half and by half a second. */
const TIMES = 1.5;
const SECONDS = 0.5;

/** A subquery with one row a test of two runs: what it was, what it is, and `change`, one of `CHANGES`. */
export function comparedTests(before: string | undefined, after: string | undefined): string {
  const [a, b] = [runKey(before), runKey(after)];
  const seconds = durationSeconds('t');
  const both = sql(
    'SELECT t.test_id AS test_id,',
    `MAX(IF(t.run_id = ${a}, t.status, NULL)) AS before_status, MAX(IF(t.run_id = ${a}, t.tm_flaky, 0)) AS before_flaky, MAX(IF(t.run_id = ${a}, ${seconds}, NULL)) AS before_seconds,`,
    `MAX(IF(t.run_id = ${b}, t.status, NULL)) AS after_status, MAX(IF(t.run_id = ${b}, t.tm_flaky, 0)) AS after_flaky, MAX(IF(t.run_id = ${b}, ${seconds}, NULL)) AS after_seconds`,
    `FROM test_runs AS t WHERE t.run_id IN (${a}, ${b}) GROUP BY t.test_id`,
  );
  const failed = (side: string) => `COALESCE(p.${side}_status IN ${FAILED_STATUSES}, 0)`;
  const isLonger = (one: string, other: string) =>
    `p.${one}_seconds > p.${other}_seconds * ${TIMES} AND p.${one}_seconds - p.${other}_seconds > ${SECONDS}`;
  const change = [
    `CASE WHEN ${failed('after')} AND NOT ${failed('before')} THEN 'newly failing'`,
    `WHEN ${failed('after')} THEN 'still failing'`,
    "WHEN p.after_status IS NULL THEN 'only before' WHEN p.before_status IS NULL THEN 'only after'",
    "WHEN p.after_status = 'skip' AND p.before_status <> 'skip' THEN 'skipped now'",
    `WHEN ${failed('before')} THEN 'fixed'`,
    "WHEN p.before_status = 'skip' AND p.after_status <> 'skip' THEN 'runs now'",
    `WHEN ${isLonger('after', 'before')} THEN 'slower' WHEN ${isLonger('before', 'after')} THEN 'faster' ELSE 'same' END`,
  ].join(' ');
  return nested(sql(`SELECT p.*, ${change} AS \`change\``, 'FROM (', nested(both), ') AS p'));
}

/** The place of a change in the list of changes. */
export function changeOrder(column: string): string {
  return `FIELD(${column}, ${CHANGES.map((change) => `'${change}'`).join(', ')})`;
}
