import { createTable } from './create-table';

/** Runs whose contribution to the shared rows is still to be added; again = 1: their own rows are complete, only the shared ones are made anew. */
export const createRollupPending = createTable({
  migration: '20261124-17-create-rollup-pending',
  table: 'tm_rollup_pending',
  columns: `
    run_id BIGINT NOT NULL,
    run_at DATETIME(6) NOT NULL,
    again TINYINT NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id),
    KEY ix_tm_rollup_pending_run_at (run_at, run_id)
  `,
});
