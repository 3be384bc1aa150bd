import { createTable } from './create-table';

/** Tells the reference's tools that the schema is at the head they know. */
export const createAlembicVersion = createTable({
  migration: '20261124-01-create-alembic-version',
  table: 'alembic_version',
  columns: `
    version_num VARCHAR(32) NOT NULL PRIMARY KEY
  `,
  rows: { sql: "INSERT IGNORE INTO alembic_version (version_num) VALUES ('10a2b6d4b06e')", count: 1 },
});
