import { createTable } from './create-table';

/** Files that belong to no test, and the text between packets. */
export const createRunAttachments = createTable({
  migration: '20261124-16-create-run-attachments',
  table: 'tm_run_attachments',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    run_id BIGINT NOT NULL,
    name MEDIUMTEXT NOT NULL,
    content_type MEDIUMTEXT NULL,
    content MEDIUMBLOB NOT NULL,
    cut_bytes BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    KEY ix_tm_run_attachments_run (run_id)
  `,
});
