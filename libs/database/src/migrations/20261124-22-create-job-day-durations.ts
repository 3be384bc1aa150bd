import { createTable } from './create-table';
import { partitionByMonth } from './partitioning';

/** Logarithmic histogram of the wall times of runs. */
export const createJobDayDurations = createTable({
  migration: '20261124-22-create-job-day-durations',
  table: 'tm_job_day_durations',
  columns: `
    series_id INT UNSIGNED NOT NULL,
    day DATE NOT NULL,
    bucket TINYINT UNSIGNED NOT NULL,
    n INT UNSIGNED NOT NULL,
    PRIMARY KEY (series_id, day, bucket)
  `,
  partitioning: partitionByMonth('day'),
});
