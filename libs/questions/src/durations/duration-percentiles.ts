import { type Query, type Scope, series } from '../question';
import { bucketMiddle, runHistogram, testHistogram } from '../sql/histogram';
import { nested, sql } from '../sql/select';
import { type Tests } from '../sql/tests';

/** Median and 95th percentile of the times of runs, or of the passes of few tests, a time bucket; right within 9 %. */
export function durationPercentiles(scope: Scope, tests?: Tests): Query {
  const histogram = tests === undefined ? runHistogram(scope, 'time') : testHistogram(scope, tests, 'time');
  const upTo = sql(
    'SELECT h.time AS time, h.bucket AS bucket, h.n AS n, SUM(h.n) OVER (PARTITION BY h.time ORDER BY h.bucket) AS up_to, SUM(h.n) OVER (PARTITION BY h.time) AS whole',
    'FROM (',
    nested(
      sql(
        'SELECT g.time AS time, g.bucket AS bucket, SUM(g.n) AS n FROM (',
        histogram,
        ') AS g GROUP BY g.time, g.bucket',
      ),
    ),
    ') AS h',
  );
  const quantile = (share: string) => bucketMiddle(`MIN(IF(f.up_to >= f.whole * ${share}, f.bucket, NULL))`);
  return series(
    sql(
      `SELECT f.time AS time, ${quantile('0.5')} AS \`Median\`, ${quantile('0.95')} AS \`95th percentile\`, MAX(f.whole) AS \`Runs\``,
      'FROM (',
      nested(upTo),
      ') AS f GROUP BY f.time ORDER BY f.time LIMIT 2000',
    ),
  );
}
