import { createTable } from './create-table';
import { partitionByMonth } from './partitioning';

/** Logarithmic histogram of the durations of passed test runs; sums of buckets give quantiles over any period. */
export const createTestDayDurations = createTable({
  migration: '20261124-20-create-test-day-durations',
  table: 'tm_test_day_durations',
  columns: `
    series_id INT UNSIGNED NOT NULL,
    day DATE NOT NULL,
    test_id BIGINT NOT NULL,
    bucket TINYINT UNSIGNED NOT NULL,
    n INT UNSIGNED NOT NULL,
    PRIMARY KEY (series_id, day, test_id, bucket),
    KEY ix_tm_test_day_durations_test (test_id, day)
  `,
  partitioning: partitionByMonth('day'),
});
