import { createTable } from './create-table';

/** The few test runs worth a look: failed, unfinished or flaky. */
export const createFailures = createTable({
  migration: '20261124-15-create-failures',
  table: 'tm_failures',
  columns: `
    run_id BIGINT NOT NULL,
    test_id BIGINT NOT NULL,
    series_id INT UNSIGNED NOT NULL,
    run_at DATETIME(6) NOT NULL,
    status VARCHAR(16) NOT NULL,
    flaky TINYINT NOT NULL,
    message VARCHAR(512) NULL,
    PRIMARY KEY (run_id, test_id),
    KEY ix_tm_failures_run_at (run_at, series_id, test_id, status, flaky),
    KEY ix_tm_failures_test (test_id, run_at)
  `,
});
