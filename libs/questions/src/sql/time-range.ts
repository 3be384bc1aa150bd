import { QuestionError } from '../model/question-error';

/** SQL expressions for the two ends of a half-open range [from, to), in UTC. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** The range that Grafana fills in: the dashboard's, or an alert rule's. Whole seconds. */
export const GRAFANA_RANGE: TimeRange = { from: '$__timeFrom()', to: '$__timeTo()' };

/**
 * A fixed range for callers without Grafana; both ends in microseconds since the epoch.
 *
 * @throws {QuestionError} where it ends before it begins.
 */
export function literalRange(fromMicros: number, toMicros: number): TimeRange {
  if (fromMicros > toMicros) {
    throw new QuestionError({
      code: 'bad_range',
      field: 'range',
      expected: 'a range that ends after it begins',
      found: `one that begins at ${shownTime(fromMicros)} and ends at ${shownTime(toMicros)}`,
      action: 'Exchange the two ends.',
    });
  }
  return { from: timeLiteral(fromMicros), to: timeLiteral(toMicros) };
}

/** `column` lies in the range. */
export function isInRange(column: string, range: TimeRange): string {
  return `${column} >= ${range.from} AND ${column} < ${range.to}`;
}

/** `column`, a date, is one of the days that the range touches. */
export function isDayInRange(column: string, range: TimeRange): string {
  return `${column} >= DATE(${range.from}) AND ${column} < ${range.to}`;
}

/** How long the range is; a constant for the server, which drops a branch of a UNION that can give nothing. */
export function rangeSeconds(range: TimeRange): string {
  return `TIMESTAMPDIFF(SECOND, ${range.from}, ${range.to})`;
}

/** Up to here questions about runs count run by run; above they add up daily totals of whole UTC days. */
export const RUN_BY_RUN_DAYS = 14;

/** Up to here questions about tests count test runs one by one; above they add up daily totals of whole UTC days. */
export const TEST_BY_TEST_DAYS = 2;

/** A range short enough to look at single rows, or too long for that: the two never hold together. */
export function isShort(range: TimeRange, days: number): string {
  return `${rangeSeconds(range)} <= ${days * DAY}`;
}

export function isLong(range: TimeRange, days: number): string {
  return `${rangeSeconds(range)} > ${days * DAY}`;
}

/** Whole seconds since the epoch of a date or time column; any year, whatever the session's time zone. */
export function epochSeconds(column: string): string {
  return `TIMESTAMPDIFF(SECOND, '1970-01-01', ${column})`;
}

/** The start of the bucket that a time belongs to, in seconds: 5 minutes in an hour's view, 6 hours in a fortnight's. */
export function timeBucket(column: string, range: TimeRange): string {
  const seconds = rangeSeconds(range);
  const size = evaluatedOnce(
    `CASE WHEN ${seconds} <= ${3 * HOUR} THEN 300 WHEN ${seconds} <= ${12 * HOUR} THEN 900 WHEN ${seconds} <= ${3 * DAY} THEN 3600 ELSE 21600 END`,
  );
  return `${epochSeconds(column)} DIV ${size} * ${size}`;
}

/** The start of the bucket that a day belongs to, in seconds: a day, from four months on a week, then a month, a year. */
export function dayBucket(column: string, range: TimeRange): string {
  const seconds = rangeSeconds(range);
  const unit = evaluatedOnce(
    `CASE WHEN ${seconds} <= ${124 * DAY} THEN 1 WHEN ${seconds} <= ${750 * DAY} THEN 2 WHEN ${seconds} <= ${20 * 366 * DAY} THEN 3 ELSE 4 END`,
  );
  const daysBefore = `CASE ${unit} WHEN 1 THEN 0 WHEN 2 THEN WEEKDAY(${column}) WHEN 3 THEN DAYOFMONTH(${column}) - 1 ELSE DAYOFYEAR(${column}) - 1 END`;
  return `(TO_DAYS(${column}) - ${DAYS_BEFORE_1970} - ${daysBefore}) * ${DAY}`;
}

/**
 * A constant that the server would work out again for every row, which is most of what a row costs; as a subquery it is worked
 * out once. One without an aggregate would be put back in its place by MariaDB.
 */
function evaluatedOnce(constant: string): string {
  return `(SELECT MAX(${constant}))`;
}

/** The start of the bucket that a run belongs to, where runs are read one by one in ranges of any length. */
export function runBucket(alias: string, range: TimeRange): string {
  return `IF(${isShort(range, RUN_BY_RUN_DAYS)}, ${timeBucket(`${alias}.run_at`, range)}, ${dayBucket(`${alias}.day`, range)})`;
}

const HOUR = 3600;
const DAY = 86_400;

/** TO_DAYS('1970-01-01'). */
const DAYS_BEFORE_1970 = 719528;

/** Microseconds since the epoch as a literal. */
export function timeLiteral(micros: number): string {
  if (!Number.isSafeInteger(micros)) throw new RangeError(`Expected whole microseconds for a time, found ${micros}.`);
  const fraction = ((micros % 1_000_000) + 1_000_000) % 1_000_000;
  const second = new Date((micros - fraction) / 1000).toISOString().slice(0, 19).replace('T', ' ');
  return `TIMESTAMP('${second}.${String(fraction).padStart(6, '0')}')`;
}

function shownTime(micros: number): string {
  const date = new Date(micros / 1000);
  return Number.isNaN(date.getTime()) ? String(micros) : date.toISOString();
}
