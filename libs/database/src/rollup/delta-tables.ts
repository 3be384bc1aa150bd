/** A rollup table, and how a delta is added to a row that is there. */
export interface DeltaTable {
  readonly into: string;
  readonly suffix: string;
}

/** MariaDB has no row alias and MySQL 8 still knows VALUES(): the one form that both take. */
function adding(columns: readonly string[]): string {
  return `ON DUPLICATE KEY UPDATE ${columns.map((column) => `${column} = ${column} + VALUES(${column})`).join(', ')}`;
}

function summed(table: string, key: readonly string[], sums: readonly string[]): DeltaTable {
  return { into: `${table} (${[...key, ...sums].join(', ')})`, suffix: adding(sums) };
}

const COUNTS = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'] as const;

const TEST_SUMS = [...COUNTS, 'timed', 'seconds', 'passed_timed', 'passed_seconds'] as const;

export const TEST_DAYS = summed('tm_test_days', ['series_id', 'day', 'test_id'], TEST_SUMS);

export const TEST_MONTHS = summed('tm_test_months', ['series_id', 'month', 'test_id'], TEST_SUMS);

export const TEST_DAY_DURATIONS = summed('tm_test_day_durations', ['series_id', 'day', 'test_id', 'bucket'], ['n']);

export const JOB_DAYS = summed(
  'tm_job_days',
  ['series_id', 'day'],
  [
    ...['runs', 'failed_runs', 'infra_runs', 'incomplete_runs', 'empty_runs', ...COUNTS, 'run_seconds', 'wall_seconds'],
    ...['timed_runs', 'uploads', 'damaged_uploads', 'received_bytes', 'stream_bytes', 'events'],
  ],
);

export const JOB_DAY_DURATIONS = summed('tm_job_day_durations', ['series_id', 'day', 'bucket'], ['n']);

/**
 * New bits go in front of the old ones. Assignments are made from left to right and see what those before them made,
 * so whatever reads a column stands before the assignment to it.
 */
export const TEST_STATES: DeltaTable = {
  into:
    'tm_test_states (job_id, branch_id, test_id, history, flaky_history, history_length, consecutive_fails, ' +
    'first_seen, last_seen, last_passed, last_failed, last_run_id, last_failed_run_id)',
  suffix: `ON DUPLICATE KEY UPDATE
    history = (history << VALUES(history_length)) | VALUES(history),
    flaky_history = (flaky_history << VALUES(history_length)) | VALUES(flaky_history),
    history_length = LEAST(64, history_length + VALUES(history_length)),
    consecutive_fails = VALUES(consecutive_fails) + IF(VALUES(last_passed) IS NULL, consecutive_fails, 0),
    first_seen = LEAST(first_seen, VALUES(first_seen)),
    last_seen = GREATEST(last_seen, VALUES(last_seen)),
    last_passed = GREATEST(COALESCE(last_passed, VALUES(last_passed)), COALESCE(VALUES(last_passed), last_passed)),
    last_failed = GREATEST(COALESCE(last_failed, VALUES(last_failed)), COALESCE(VALUES(last_failed), last_failed)),
    last_run_id = VALUES(last_run_id),
    last_failed_run_id = COALESCE(VALUES(last_failed_run_id), last_failed_run_id)`,
};

/** Rows of tests are always there, so the empty name is never inserted; an UPDATE of many rows with a value for each has no quicker form. */
export const TEST_COUNTERS: DeltaTable = {
  into: 'tests (id, test_id, run_count, success, failure, tm_timed_successes, tm_timed_seconds)',
  suffix: `ON DUPLICATE KEY UPDATE
    run_count = COALESCE(run_count, 0) + VALUES(run_count),
    success = COALESCE(success, 0) + VALUES(success),
    failure = COALESCE(failure, 0) + VALUES(failure),
    tm_timed_successes = tm_timed_successes + VALUES(tm_timed_successes),
    tm_timed_seconds = tm_timed_seconds + VALUES(tm_timed_seconds),
    run_time = IF(tm_timed_successes = 0, run_time, tm_timed_seconds / tm_timed_successes)`,
};
