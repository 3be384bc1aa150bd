import { createTable } from './create-table';

/** One row a run. The unique uuid is what makes an upload count once. */
export const createRuns = createTable({
  migration: '20261124-03-create-runs',
  table: 'runs',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    uuid VARCHAR(36) NULL,
    skips INT NULL,
    fails INT NULL,
    passes INT NULL,
    run_time DOUBLE NULL,
    artifacts TEXT NULL,
    run_at DATETIME NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_runs_uuid (uuid),
    KEY ix_run_at (run_at)
  `,
});
