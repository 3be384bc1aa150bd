import { createTable } from './create-table';

/** How many uploads the service refused in an hour, and why: what was refused has left no other trace in the database. */
export const createRefusedHours = createTable({
  migration: '20261125-02-create-refused-hours',
  table: 'tm_refused_hours',
  columns: `
    hour DATETIME NOT NULL,
    code VARCHAR(64) NOT NULL,
    refused INT UNSIGNED NOT NULL,
    newest_at DATETIME(6) NOT NULL,
    PRIMARY KEY (hour, code)
  `,
});
