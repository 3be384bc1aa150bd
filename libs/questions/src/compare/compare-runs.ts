import { type Query, table } from '../question';
import { type After, placeColumn, type PlacePart, readCountPlace } from '../sql/place';
import { and, sql } from '../sql/select';
import { nameConditions, type TestFilter } from '../sql/tests';
import { isFailed, outcomeWord, testName } from '../sql/words';
import { changeOrder, comparedTests } from './compared-tests';

/** Which tests of two runs are listed. */
export const COMPARE_MEASURES = ['changed', 'outcome', 'failing', 'duration', 'all'] as const;
export type CompareMeasure = (typeof COMPARE_MEASURES)[number];

const CONDITIONS: Record<CompareMeasure, readonly string[]> = {
  changed: ["f.`change` <> 'same'"],
  outcome: ["f.`change` NOT IN ('same', 'slower', 'faster', 'still failing')"],
  failing: ["f.`change` IN ('newly failing', 'still failing', 'fixed')"],
  duration: ["f.`change` IN ('slower', 'faster')"],
  all: [],
};

export interface CompareOptions {
  readonly measure?: CompareMeasure;
  readonly tests?: TestFilter;
  readonly limit?: number;
  readonly offset?: number;
  readonly behind?: After;
}

/** The tests of two runs side by side: what fails now and did not before stands first. */
export function compareRuns(
  before: string | undefined,
  after: string | undefined,
  { measure = 'changed', tests = {}, limit = 500, offset = 0, behind }: CompareOptions = {},
): Query {
  const order = `${changeOrder('f.`change`')}, ABS(COALESCE(f.after_seconds - f.before_seconds, 0)) DESC, n.id`;
  // Stored runs do not change, so the number of a row is its place for good.
  const places: readonly PlacePart[] = [{ sql: `ROW_NUMBER() OVER (ORDER BY ${order})` }];
  const skipped = typeof behind === 'string' ? readCountPlace(behind) : offset;
  // A flake that failed in the end is a failure here: it is what the change is about.
  const outcome = (side: string) =>
    `IF(f.${side}_status IS NULL, '', ${outcomeWord(`f.${side}_status`, `f.${side}_flaky AND NOT (${isFailed(`f.${side}_status`)})`)})`;
  return table(
    sql(
      `SELECT ${testName('n')} AS \`Test\`, n.id AS test_key, f.\`change\` AS \`Change\`, ${outcome('before')} AS \`Before\`, ${outcome('after')} AS \`After\`,`,
      'f.before_seconds AS `Seconds before`, f.after_seconds AS `Seconds after`, f.after_seconds - f.before_seconds AS `Difference`' +
        placeColumn(places, behind),
      'FROM (',
      comparedTests(before, after),
      ') AS f INNER JOIN tests AS n ON n.id = f.test_id',
      `WHERE 1=1${and([...CONDITIONS[measure], ...nameConditions('n', tests)])}`,
      `ORDER BY ${order} LIMIT ${limit}${skipped > 0 ? ` OFFSET ${skipped}` : ''}`,
    ),
  );
}
