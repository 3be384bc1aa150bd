import { type Query, type Scope, series } from '../question';
import { newestRuns } from '../sql/newest-runs';
import { nested, sql } from '../sql/select';
import { runBucket } from '../sql/time-range';

/** So many of the newest uploads are added up. */
const UPLOADS = 10_000;

/** What came over the wire, by when the runs began: uploads, damaged and incomplete ones, bytes and events. */
export function serviceUploads(scope: Scope): Query {
  const points = sql(
    `SELECT ${runBucket('r', scope.range)} AS time, COUNT(*) AS uploads, SUM(w.damage_count > 0) AS damaged, SUM(r.complete = 0) AS incomplete,`,
    'SUM(w.received_bytes) AS received, SUM(w.stream_bytes) AS streamed, SUM(w.events) AS events',
    `FROM ${newestRuns(scope, { limit: UPLOADS })} AS r INNER JOIN tm_uploads AS w ON w.run_id = r.run_id GROUP BY 1`,
  );
  return series(
    sql(
      'SELECT f.time AS time, f.uploads AS `Uploads`, f.damaged AS `Damaged`, f.incomplete AS `Incomplete`, f.received AS `Bytes received`, f.streamed AS `Bytes of streams`, f.events AS `Events`',
      'FROM (',
      nested(points),
      ') AS f ORDER BY f.time LIMIT 2000',
    ),
  );
}
