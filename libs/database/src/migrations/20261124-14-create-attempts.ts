import { createTable } from './create-table';
import { partitionByRunId } from './partitioning';

/** All attempts of the tests that have more than one. */
export const createAttempts = createTable({
  migration: '20261124-14-create-attempts',
  table: 'tm_attempts',
  columns: `
    run_id BIGINT NOT NULL,
    test_id BIGINT NOT NULL,
    attempt INT UNSIGNED NOT NULL,
    status VARCHAR(16) NOT NULL,
    started_at DATETIME(6) NULL,
    stopped_at DATETIME(6) NULL,
    label_set_id INT UNSIGNED NULL,
    PRIMARY KEY (run_id, test_id, attempt)
  `,
  partitioning: partitionByRunId('run_id'),
});
