import { createTable } from './create-table';

/** Who may write the shared rows at the moment. */
export const createLeases = createTable({
  migration: '20261124-18-create-leases',
  table: 'tm_leases',
  columns: `
    name VARCHAR(64) NOT NULL,
    holder VARCHAR(64) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    PRIMARY KEY (name)
  `,
  rows: {
    sql: "INSERT IGNORE INTO tm_leases (name, holder, expires_at) VALUES ('rollup', '', '1970-01-01')",
    count: 1,
  },
});
