import { createTable } from './create-table';

/** The last 64 results of a test in a job on a branch, as bits, and when it last did what. */
export const createTestStates = createTable({
  migration: '20261124-23-create-test-states',
  table: 'tm_test_states',
  columns: `
    job_id INT UNSIGNED NOT NULL,
    branch_id INT UNSIGNED NOT NULL,
    test_id BIGINT NOT NULL,
    history BIGINT UNSIGNED NOT NULL,
    flaky_history BIGINT UNSIGNED NOT NULL,
    history_length TINYINT UNSIGNED NOT NULL,
    consecutive_fails INT UNSIGNED NOT NULL,
    first_seen DATETIME(6) NOT NULL,
    last_seen DATETIME(6) NOT NULL,
    last_passed DATETIME(6) NULL,
    last_failed DATETIME(6) NULL,
    last_run_id BIGINT NOT NULL,
    last_failed_run_id BIGINT NULL,
    PRIMARY KEY (job_id, branch_id, test_id),
    KEY ix_tm_test_states_test (test_id)
  `,
});
