import { createTables } from './create-table';

/** What is known of raw rows that are gone: without it neither the check nor a rebuild could tell a row that left from one that was lost. */
export const createPruned = createTables('20261126-30-create-pruned', [
  {
    table: 'tm_pruned_runs',
    columns: `
      run_id BIGINT NOT NULL,
      cleaned TINYINT NOT NULL DEFAULT 0,
      PRIMARY KEY (run_id)
    `,
  },
  {
    table: 'tm_pruned_days',
    columns: `
      series_id INT UNSIGNED NOT NULL,
      day DATE NOT NULL,
      runs INT UNSIGNED NOT NULL,
      removed_runs INT UNSIGNED NOT NULL,
      PRIMARY KEY (series_id, day)
    `,
  },
  {
    table: 'tm_pruned_tests',
    columns: `
      test_id BIGINT NOT NULL,
      success INT UNSIGNED NOT NULL,
      failure INT UNSIGNED NOT NULL,
      timed INT UNSIGNED NOT NULL,
      timed_seconds DOUBLE NOT NULL,
      PRIMARY KEY (test_id)
    `,
  },
  {
    table: 'tm_pruned_places',
    columns: `
      job_id INT UNSIGNED NOT NULL,
      branch_id INT UNSIGNED NOT NULL,
      after_seq BIGINT UNSIGNED NOT NULL,
      PRIMARY KEY (job_id, branch_id)
    `,
  },
]);
