import { createTable } from './create-table';
import { partitionByMonth } from './partitioning';

/** What a test did on a day in a series. */
export const createTestDays = createTable({
  migration: '20261124-19-create-test-days',
  table: 'tm_test_days',
  columns: `
    series_id INT UNSIGNED NOT NULL,
    day DATE NOT NULL,
    test_id BIGINT NOT NULL,
    success INT UNSIGNED NOT NULL,
    fail INT UNSIGNED NOT NULL,
    skip INT UNSIGNED NOT NULL,
    xfail INT UNSIGNED NOT NULL,
    uxsuccess INT UNSIGNED NOT NULL,
    unfinished INT UNSIGNED NOT NULL,
    flaky INT UNSIGNED NOT NULL,
    timed INT UNSIGNED NOT NULL,
    seconds DOUBLE NOT NULL,
    passed_timed INT UNSIGNED NOT NULL,
    passed_seconds DOUBLE NOT NULL,
    PRIMARY KEY (series_id, day, test_id),
    KEY ix_tm_test_days_test (test_id, day)
  `,
  partitioning: partitionByMonth('day'),
});
