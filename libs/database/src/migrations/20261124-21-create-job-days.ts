import { createTable } from './create-table';
import { partitionByMonth } from './partitioning';

/** What a series did on a day. */
export const createJobDays = createTable({
  migration: '20261124-21-create-job-days',
  table: 'tm_job_days',
  columns: `
    series_id INT UNSIGNED NOT NULL,
    day DATE NOT NULL,
    runs INT UNSIGNED NOT NULL,
    failed_runs INT UNSIGNED NOT NULL,
    infra_runs INT UNSIGNED NOT NULL,
    incomplete_runs INT UNSIGNED NOT NULL,
    empty_runs INT UNSIGNED NOT NULL,
    success BIGINT UNSIGNED NOT NULL,
    fail BIGINT UNSIGNED NOT NULL,
    skip BIGINT UNSIGNED NOT NULL,
    xfail BIGINT UNSIGNED NOT NULL,
    uxsuccess BIGINT UNSIGNED NOT NULL,
    unfinished BIGINT UNSIGNED NOT NULL,
    flaky BIGINT UNSIGNED NOT NULL,
    run_seconds DOUBLE NOT NULL,
    wall_seconds DOUBLE NOT NULL,
    PRIMARY KEY (series_id, day),
    KEY ix_tm_job_days_day (day)
  `,
  partitioning: partitionByMonth('day'),
});
