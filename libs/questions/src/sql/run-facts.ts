import { type Scope } from '../question';
import { filterConditions, hasSeveralMetadata, runConditions } from './filters';
import { isEveryValue, metadataValueId } from './metadata-days';
import { and, nested, sql } from './select';
import {
  dayBucket,
  isDayInRange,
  isInRange,
  isLong,
  isShort,
  RUN_BY_RUN_DAYS,
  runBucket,
  timeBucket,
} from './time-range';

/** Sums over runs that both the run's own row and the daily totals of its series can give. */
const MEASURES = {
  runs: { ofRuns: 'COUNT(*)', ofDays: 'SUM(d.runs)' },
  failed_runs: { ofRuns: 'SUM(r.failed)', ofDays: 'SUM(d.failed_runs)' },
  ...counted('success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky', 'run_seconds', 'wall_seconds'),
} as const;

export type Measure = keyof typeof MEASURES;

/** What the sums are made for: all runs together, a time bucket, the value of a dimension. */
const GROUPS = {
  time: {
    ofRuns: (scope: Scope) =>
      hasSeveralMetadata(scope.filter) ? runBucket('r', scope.range) : timeBucket('r.run_at', scope.range),
    ofDays: (scope: Scope) => dayBucket('d.day', scope.range),
  },
  job_id: { ofRuns: () => 'r.job_id', ofDays: () => 's.job_id' },
  project_id: { ofRuns: () => 'r.project_id', ofDays: () => 's.project_id' },
  branch_id: { ofRuns: () => 'r.branch_id', ofDays: () => 's.branch_id' },
} as const;

export type RunGroup = keyof typeof GROUPS;

/**
 * A subquery with one row a group: short ranges are added up run by run and are exact to the second,
 * long ones from daily totals, so that a year costs what its days cost and not what its runs cost.
 * Without a group there can be several rows, of which all but one are empty.
 *
 * There are totals a day also for the runs with one metadata value. Where several values must hold together, all ranges are
 * added up run by run.
 */
export function runFacts(scope: Scope, groups: readonly RunGroup[], measures: readonly Measure[]): string {
  if (hasSeveralMetadata(scope.filter)) return nested(fromRuns(scope, groups, measures));
  const sums = dayTotals(scope).map((total) => fromDays(scope, groups, measures, total));
  return nested([fromRuns(scope, groups, measures), ...sums].join('\nUNION ALL\n'));
}

/** A table of totals by series and day, alias `d`, and what holds for its rows. */
interface DayTotals {
  readonly table: string;
  readonly conditions: readonly string[];
}

function dayTotals({ filter }: Scope): readonly DayTotals[] {
  const [one] = filter.metadata ?? [];
  if (one === undefined) return [{ table: 'tm_job_days', conditions: [] }];
  const ofValue = { table: 'tm_metadata_days', conditions: [`d.value_id = ${metadataValueId(one)}`] };
  return one.mayBeAll === true ? [ofValue, { table: 'tm_job_days', conditions: [isEveryValue(one)] }] : [ofValue];
}

function fromRuns(scope: Scope, groups: readonly RunGroup[], measures: readonly Measure[]): string {
  const columns = [
    ...groups.map((group) => `${GROUPS[group].ofRuns(scope)} AS ${group}`),
    ...measures.map((measure) => `${MEASURES[measure].ofRuns} AS ${measure}`),
  ];
  return sql(
    `SELECT ${columns.join(', ')}`,
    'FROM tm_runs AS r',
    `WHERE ${runsInRange(scope)}${and(runConditions('r', scope.filter))}`,
    groupBy(groups),
  );
}

function runsInRange({ filter, range }: Scope): string {
  if (hasSeveralMetadata(filter)) return isInRange('r.run_at', range);
  return `${isShort(range, RUN_BY_RUN_DAYS)} AND ${isInRange('r.run_at', range)}`;
}

function fromDays(
  scope: Scope,
  groups: readonly RunGroup[],
  measures: readonly Measure[],
  { table, conditions }: DayTotals,
): string {
  const columns = [
    ...groups.map((group) => `${GROUPS[group].ofDays(scope)} AS ${group}`),
    ...measures.map((measure) => `${MEASURES[measure].ofDays} AS ${measure}`),
  ];
  return sql(
    `SELECT ${columns.join(', ')}`,
    `FROM ${table} AS d INNER JOIN tm_series AS s ON s.id = d.series_id`,
    `WHERE ${isLong(scope.range, RUN_BY_RUN_DAYS)} AND ${isDayInRange('d.day', scope.range)}${and([...conditions, ...filterConditions('s', scope.filter)])}`,
    groupBy(groups),
  );
}

function groupBy(groups: readonly RunGroup[]): string {
  return groups.length === 0 ? '' : `GROUP BY ${groups.map((_, index) => index + 1).join(', ')}`;
}

function counted<Name extends string>(...names: Name[]): Record<Name, { ofRuns: string; ofDays: string }> {
  const pairs = names.map((name) => [name, { ofRuns: `SUM(r.${name})`, ofDays: `SUM(d.${name})` }]);
  return Object.fromEntries(pairs) as Record<Name, { ofRuns: string; ofDays: string }>;
}
