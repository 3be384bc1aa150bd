import { createTables } from './create-table';

const DIMENSIONS = ['tm_jobs', 'tm_projects', 'tm_branches', 'tm_queues', 'tm_commits'] as const;

/** Small integer keys for the names that everything groups by. Row 1 of each is '' = none, so that joins are always inner. */
export const createDimensions = createTables(
  '20261124-09-create-dimensions',
  DIMENSIONS.map((table) => ({
    table,
    columns: `
      id INT UNSIGNED NOT NULL AUTO_INCREMENT,
      name TEXT NOT NULL,
      name_hash BINARY(16) AS (UNHEX(LEFT(SHA2(name, 256), 32))) STORED,
      PRIMARY KEY (id),
      UNIQUE KEY uq_${table}_name (name_hash)
    `,
    rows: { sql: `INSERT IGNORE INTO ${table} (id, name) VALUES (1, '')`, count: 1 },
  })),
);
