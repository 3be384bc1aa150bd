import { createTable } from './create-table';

/** One job of one project on one branch in one queue: what rollups are keyed by, so that every filter is exact. */
export const createSeries = createTable({
  migration: '20261124-10-create-series',
  table: 'tm_series',
  columns: `
    id INT UNSIGNED NOT NULL AUTO_INCREMENT,
    job_id INT UNSIGNED NOT NULL,
    project_id INT UNSIGNED NOT NULL,
    branch_id INT UNSIGNED NOT NULL,
    queue_id INT UNSIGNED NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_tm_series (job_id, project_id, branch_id, queue_id),
    KEY ix_tm_series_project (project_id),
    KEY ix_tm_series_branch (branch_id)
  `,
});
