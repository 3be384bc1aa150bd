import { createTable } from './create-table';
import { partitionByRunId } from './partitioning';

/** One row a test and run, the final outcome; rows of one run lie together. */
export const createTestRuns = createTable({
  migration: '20261124-04-create-test-runs',
  table: 'test_runs',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    test_id BIGINT NOT NULL,
    run_id BIGINT NOT NULL,
    status VARCHAR(256) NULL,
    start_time DATETIME NULL,
    stop_time DATETIME NULL,
    start_time_microsecond INT NULL,
    stop_time_microsecond INT NULL,
    tm_label_set_id INT UNSIGNED NULL,
    tm_attempts SMALLINT UNSIGNED NOT NULL DEFAULT 1,
    tm_flaky TINYINT NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, test_id),
    KEY ix_test_runs_id (id),
    KEY ix_test_id_start_time (test_id, start_time)
  `,
  partitioning: partitionByRunId('run_id'),
});
