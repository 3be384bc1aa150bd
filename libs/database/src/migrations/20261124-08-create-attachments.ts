import { createTable } from './create-table';
import { partitionByTestRunId } from './partitioning';

/** Files of a test run: tracebacks, logs. */
export const createAttachments = createTable({
  migration: '20261124-08-create-attachments',
  table: 'attachments',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    test_run_id BIGINT NOT NULL,
    label MEDIUMTEXT NULL,
    attachment MEDIUMBLOB NULL,
    tm_file_name MEDIUMTEXT NULL,
    tm_content_type MEDIUMTEXT NULL,
    tm_attempt INT UNSIGNED NOT NULL DEFAULT 1,
    tm_cut_bytes BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (test_run_id, id),
    KEY ix_attachments_id (id)
  `,
  partitioning: partitionByTestRunId('test_run_id'),
});
