import { type Query, type Scope, table } from '../question';
import { bucketStart, runHistogram, testHistogram } from '../sql/histogram';
import { sql } from '../sql/select';
import { type Tests } from '../sql/tests';

/** How many runs, or passes of few tests, took how long: a row a duration, four rows a doubling. */
export function durationDistribution(scope: Scope, tests?: Tests): Query {
  const histogram = tests === undefined ? runHistogram(scope, 'all') : testHistogram(scope, tests, 'all');
  return table(
    sql(
      `SELECT ${bucketStart('f.bucket')} AS \`From\`, ${bucketStart('f.bucket + 1')} AS \`To\`, SUM(f.n) AS \`Runs\`,`,
      'SUM(f.n) * 1e0 / SUM(SUM(f.n)) OVER () AS `Share`',
      'FROM (',
      histogram,
      ') AS f GROUP BY f.bucket ORDER BY f.bucket LIMIT 128',
    ),
  );
}
