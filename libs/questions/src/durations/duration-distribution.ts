import { type Query, type Scope, table } from '../question';
import { bucketStart, runHistogram, testHistogram } from '../sql/histogram';
import { nested, sql } from '../sql/select';
import { type Tests } from '../sql/tests';

/** How many runs, or passes of few tests, took how long: a row a duration, four rows a doubling. */
export function durationDistribution(scope: Scope, tests?: Tests): Query {
  const histogram = tests === undefined ? runHistogram(scope, 'all') : testHistogram(scope, tests, 'all');
  return table(
    sql(
      `SELECT ${inWords('g.from_seconds')} AS \`Duration\`, g.n AS \`Runs\`, g.n * 1e0 / SUM(g.n) OVER () AS \`Share\`, g.from_seconds AS \`From\`, g.to_seconds AS \`To\``,
      'FROM (',
      nested(
        sql(
          `SELECT ${bucketStart('f.bucket')} AS from_seconds, ${bucketStart('f.bucket + 1')} AS to_seconds, SUM(f.n) AS n FROM (`,
          histogram,
          ') AS f GROUP BY f.bucket',
        ),
      ),
      ') AS g ORDER BY g.from_seconds LIMIT 128',
    ),
  );
}

/** A duration as bars are named by: in the unit that it is best said in, with at most one digit behind the point. */
function inWords(seconds: string): string {
  return [
    `CASE WHEN ${seconds} < 1 THEN CONCAT(ROUND(${seconds} * 1e3, IF(${seconds} < 0.1, 1, 0)), ' ms')`,
    `WHEN ${seconds} < 60 THEN CONCAT(ROUND(${seconds}, 1), ' s')`,
    `WHEN ${seconds} < 3600 THEN CONCAT(ROUND(${seconds} / 60, 1), ' min')`,
    `ELSE CONCAT(ROUND(${seconds} / 3600, 1), ' h') END`,
  ].join(' ');
}
