/** Rows whose owner is gone: `sql` gives their keys. */
export interface OrphanCheck {
  readonly table: string;
  readonly sql: string;
}

function orphans(table: string, column: string, owner: string, ownerColumn: string): OrphanCheck {
  return {
    table,
    sql: `SELECT ${table}.${column} FROM ${table} LEFT JOIN ${owner} ON ${owner}.${ownerColumn} = ${table}.${column}
           WHERE ${owner}.${ownerColumn} IS NULL GROUP BY ${table}.${column}`,
  };
}

export const ORPHAN_CHECKS: readonly OrphanCheck[] = [
  orphans('test_runs', 'run_id', 'runs', 'id'),
  orphans('test_runs', 'test_id', 'tests', 'id'),
  orphans('attachments', 'test_run_id', 'test_runs', 'id'),
  orphans('test_run_metadata', 'test_run_id', 'test_runs', 'id'),
  orphans('run_metadata', 'run_id', 'runs', 'id'),
  orphans('tm_runs', 'run_id', 'runs', 'id'),
  orphans('tm_uploads', 'run_id', 'runs', 'id'),
  orphans('tm_failures', 'run_id', 'tm_runs', 'run_id'),
  orphans('tm_run_attachments', 'run_id', 'runs', 'id'),
  orphans('tm_rollup_pending', 'run_id', 'tm_runs', 'run_id'),
  {
    table: 'tm_attempts',
    // Every attempt of a test with several, the last of which is the outcome; no attempt of any other test.
    sql: `SELECT test_runs.run_id, test_runs.test_id FROM test_runs
            LEFT JOIN tm_attempts ON tm_attempts.run_id = test_runs.run_id AND tm_attempts.test_id = test_runs.test_id
           WHERE test_runs.tm_attempts > 1
           GROUP BY test_runs.run_id, test_runs.test_id, test_runs.tm_attempts, test_runs.status
          HAVING COUNT(tm_attempts.attempt) <> test_runs.tm_attempts
              OR NOT MAX(tm_attempts.attempt = test_runs.tm_attempts AND tm_attempts.status = test_runs.status)
          UNION ALL
          SELECT tm_attempts.run_id, tm_attempts.test_id FROM tm_attempts
            LEFT JOIN test_runs ON test_runs.run_id = tm_attempts.run_id AND test_runs.test_id = tm_attempts.test_id
           WHERE test_runs.run_id IS NULL OR test_runs.tm_attempts < 2`,
  },
  {
    table: 'tm_runs',
    // Taken by the rollup loop and still marked, or neither.
    sql: `SELECT tm_runs.run_id FROM tm_runs LEFT JOIN tm_rollup_pending ON tm_rollup_pending.run_id = tm_runs.run_id
           WHERE tm_runs.rollup_seq IS NULL AND tm_rollup_pending.run_id IS NULL`,
  },
];

/** Runs that the reference's tools wrote. */
export const FOREIGN_RUNS_SQL = `
  SELECT runs.id AS run_id, runs.uuid FROM runs LEFT JOIN tm_runs ON tm_runs.run_id = runs.id WHERE tm_runs.run_id IS NULL`;
