import { createTable } from './create-table';

/** Key and value pairs of a test. */
export const createTestMetadata = createTable({
  migration: '20261124-06-create-test-metadata',
  table: 'test_metadata',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    \`key\` VARCHAR(255) NULL,
    value TEXT NULL,
    test_id BIGINT NULL,
    PRIMARY KEY (id),
    KEY ix_test_metadata_test_id (test_id, \`key\`),
    KEY ix_test_key_value (\`key\`(64), value(128))
  `,
});
