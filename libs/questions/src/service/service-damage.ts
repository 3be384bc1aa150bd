import { type Query, type Scope, table } from '../question';
import { newestRuns } from '../sql/newest-runs';
import { nameOf, sql } from '../sql/select';
import { millis, runNote } from '../sql/words';

/** The newest incomplete runs, with what of their streams could not be read. */
export function serviceDamage(scope: Scope, limit = 100): Query {
  return table(
    sql(
      `SELECT ${millis('r.run_at')} AS time, ${nameOf('j')} AS \`Job\`, j.id AS job_key, u.uuid AS run_key, w.damage_count AS \`Damaged places\`,`,
      `w.noise_bytes AS \`Bytes between packets\`, w.stream_bytes AS \`Bytes of the stream\`, r.unfinished AS \`Unfinished tests\`, ${damage('w')} AS \`Damage\`, ${runNote('r')} AS \`Note\``,
      `FROM ${newestRuns(scope, { limit, conditions: ['r.complete = 0'] })} AS r INNER JOIN tm_uploads AS w ON w.run_id = r.run_id`,
      'INNER JOIN runs AS u ON u.id = r.run_id INNER JOIN tm_jobs AS j ON j.id = r.job_id',
      `ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
    ),
  );
}

/** The first damaged place in words, and how many more there are: `damage` is a list of offset, length, code and message. */
function damage(alias: string): string {
  // A dollar sign of its own would be a macro's or a variable's beginning to Grafana.
  const first = (name: string) =>
    `JSON_UNQUOTE(JSON_EXTRACT(${alias}.damage, CONCAT(CHAR(36 USING utf8mb4), '[0].${name}')))`;
  const more = `IF(${alias}.damage_count > 1, CONCAT('(and ', ${alias}.damage_count - 1, ' more)'), NULL)`;
  return `CONCAT_WS(' ', CONCAT('Byte ', ${first('offset')}, ':'), LEFT(COALESCE(${first('message')}, ${first('code')}), 1000), ${more})`;
}
