import { sql } from './select';
import { isDayInRange, isLong, isShort, TEST_BY_TEST_DAYS, type TimeRange } from './time-range';

/** From here on whole months are read from `tm_test_months`, and only the edges day by day. Every such range has a whole month. */
export const BY_MONTH_DAYS = 62;

/** A part of a range in which the sums of tests are read from one table. */
export interface SumsPart {
  /** `FROM …` with the sums under the alias `d` and their series under `s`. */
  readonly from: string;
  readonly where: string;
  /** What a sum is multiplied with before it is added: a constant. */
  readonly sign: string;
}

/** All of a long range day by day, for what is asked by time. */
export function partsByDay(range: TimeRange): readonly SumsPart[] {
  const where = `${isLong(range, TEST_BY_TEST_DAYS)} AND ${isDayInRange('d.day', range)}`;
  return [{ from: DAYS, where, sign: '1' }];
}

/**
 * A long range cut into whole months, and the days before and after them. For few tests, which both tables find by
 * their keys; each part's conditions are constants for the server, which leaves out what cannot give rows.
 */
export function partsByMonth(range: TimeRange): readonly SumsPart[] {
  const { from, to } = range;
  const isByMonth = isLong(range, BY_MONTH_DAYS);
  const firstMonth = nextMonth(`DATE(${from}) - INTERVAL 1 DAY`);
  const lastMonth = monthStart(`DATE(${to})`);
  const isAtEdge = `(${isShort(range, BY_MONTH_DAYS)} OR d.day < ${firstMonth} OR d.day >= ${lastMonth})`;
  return [
    {
      from: DAYS,
      where: `${isLong(range, TEST_BY_TEST_DAYS)} AND ${isDayInRange('d.day', range)} AND ${isAtEdge}`,
      sign: '1',
    },
    { from: MONTHS, where: `${isByMonth} AND d.month >= ${firstMonth} AND d.month < ${lastMonth}`, sign: '1' },
  ];
}

const DAYS = 'tm_test_days AS d INNER JOIN tm_series AS s ON s.id = d.series_id';
const MONTHS = 'tm_test_months AS d INNER JOIN tm_series AS s ON s.id = d.series_id';

/** The totals of jobs say on which days a series ran: rows of all its tests on a day lie together and are found so. */
const DAYS_OF_SERIES = sql(
  'tm_job_days AS p INNER JOIN tm_series AS s ON s.id = p.series_id',
  'STRAIGHT_JOIN tm_test_days AS d ON d.series_id = p.series_id AND d.day = p.day',
);

/** So few days are added up as they are. */
const FEW_DAYS = 12;

/** A month that begins, or ends, so many days outside the range is still taken whole. */
const HALF_A_MONTH = 15;

/** A stretch of whole days or whole months. */
export interface Stretch {
  readonly unit: 'day' | 'month';
  /** Its first day, and the one after its last; expressions. */
  readonly from: string;
  readonly before: string;
  /** A condition without columns under which it is there at all. */
  readonly onlyIf: string;
  /** What a sum of it is multiplied with before it is added: a constant. */
  readonly sign: string;
}

/**
 * A long range cut where a day costs what a month costs: of the two ways to an edge (the days inside, or the whole
 * month without the days outside) the shorter is taken. A month that goes on has no days outside yet.
 *
 * @param firstDay - The first day of the range, as an expression; its last is that of `range.to`.
 */
export function stretches(firstDay: string, { to }: TimeRange): readonly Stretch[] {
  const last = `DATE(${to} - INTERVAL 1 MICROSECOND)`;
  const after = `${last} + INTERVAL 1 DAY`;
  const isByMonth = `DATEDIFF(${last}, ${firstDay}) >= ${FEW_DAYS}`;
  const startsWhole = `DAYOFMONTH(${firstDay}) <= ${HALF_A_MONTH + 1}`;
  const endsWhole = `(DAYOFMONTH(${last}) > ${HALF_A_MONTH} OR ${last} >= UTC_DATE())`;
  const [firstMonth, lastMonth] = [monthStart(firstDay), monthStart(last)];
  const [secondMonth, monthAfter] = [nextMonth(firstDay), nextMonth(last)];
  return [
    {
      unit: 'day',
      from: `IF(${isByMonth} AND ${startsWhole}, ${firstMonth}, ${firstDay})`,
      before: `IF(${isByMonth}, IF(${startsWhole}, ${firstDay}, ${secondMonth}), ${after})`,
      onlyIf: '1=1',
      sign: `IF(${isByMonth} AND ${startsWhole}, -1, 1)`,
    },
    {
      unit: 'month',
      from: `IF(${startsWhole}, ${firstMonth}, ${secondMonth})`,
      before: `IF(${endsWhole}, ${monthAfter}, ${lastMonth})`,
      onlyIf: isByMonth,
      sign: '1',
    },
    {
      unit: 'day',
      from: `IF(${endsWhole}, ${after}, ${lastMonth})`,
      before: `IF(${endsWhole}, ${monthAfter}, ${after})`,
      onlyIf: isByMonth,
      sign: `IF(${endsWhole}, -1, 1)`,
    },
  ];
}

/** The same for all tests. */
export function partsOfAllTests(firstDay: string, range: TimeRange): readonly SumsPart[] {
  return stretches(firstDay, range).map(({ unit, from, before, onlyIf, sign }) => {
    const column = unit === 'day' ? 'p.day' : 'd.month';
    return {
      from: unit === 'day' ? DAYS_OF_SERIES : MONTHS,
      where: `${onlyIf} AND ${column} >= ${from} AND ${column} < ${before}`,
      sign,
    };
  });
}

function monthStart(day: string): string {
  return `${day} - INTERVAL (DAYOFMONTH(${day}) - 1) DAY`;
}

function nextMonth(day: string): string {
  return `LAST_DAY(${day}) + INTERVAL 1 DAY`;
}
