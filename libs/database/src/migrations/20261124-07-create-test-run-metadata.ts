import { createTable } from './create-table';
import { partitionByTestRunId } from './partitioning';

/** Key and value pairs of a test run: attrs and tags, as the reference's tools read and write them. */
export const createTestRunMetadata = createTable({
  migration: '20261124-07-create-test-run-metadata',
  table: 'test_run_metadata',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    test_run_id BIGINT NOT NULL,
    \`key\` VARCHAR(255) NULL,
    value MEDIUMTEXT NULL,
    PRIMARY KEY (test_run_id, id),
    KEY ix_test_run_metadata_id (id)
  `,
  partitioning: partitionByTestRunId('test_run_id'),
});
