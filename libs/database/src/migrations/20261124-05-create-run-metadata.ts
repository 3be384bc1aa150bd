import { createTable } from './create-table';

/** Key and value pairs of a run. */
export const createRunMetadata = createTable({
  migration: '20261124-05-create-run-metadata',
  table: 'run_metadata',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    \`key\` VARCHAR(255) NULL,
    value TEXT NULL,
    run_id BIGINT NULL,
    PRIMARY KEY (id),
    KEY ix_run_metadata_run_id (run_id, \`key\`),
    KEY ix_run_key_value (\`key\`(64), value(128))
  `,
});
