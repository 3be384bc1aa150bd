import { type Query, type Scope, table } from '../question';
import { newestRuns } from '../sql/newest-runs';
import { nameOf, sql } from '../sql/select';
import { millis, runNote } from '../sql/words';

/** The newest incomplete runs, with what of their streams could not be read. */
export function serviceDamage(scope: Scope, limit = 100): Query {
  return table(
    sql(
      `SELECT ${millis('r.run_at')} AS time, ${nameOf('j')} AS \`Job\`, j.id AS job_key, u.uuid AS run_key, w.damage_count AS \`Damaged places\`,`,
      `w.noise_bytes AS \`Bytes between packets\`, w.stream_bytes AS \`Bytes of the stream\`, r.unfinished AS \`Unfinished tests\`, LEFT(w.damage, 1000) AS \`Damage\`, ${runNote('r')} AS \`Note\``,
      `FROM ${newestRuns(scope, { limit, conditions: ['r.complete = 0'] })} AS r INNER JOIN tm_uploads AS w ON w.run_id = r.run_id`,
      'INNER JOIN runs AS u ON u.id = r.run_id INNER JOIN tm_jobs AS j ON j.id = r.job_id',
      `ORDER BY r.run_at DESC, r.run_id DESC LIMIT ${limit}`,
    ),
  );
}
