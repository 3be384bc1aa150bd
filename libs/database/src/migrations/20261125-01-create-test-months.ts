import { createTable } from './create-table';
import type { Migration } from './migration';
import { partitionByMonth } from './partitioning';

const SUMS = [
  ...['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'unfinished', 'flaky'],
  ...['timed', 'seconds', 'passed_timed', 'passed_seconds'],
];

const TABLE = createTable({
  migration: '20261125-01-create-test-months',
  table: 'tm_test_months',
  columns: `
    series_id INT UNSIGNED NOT NULL,
    month DATE NOT NULL,
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
    PRIMARY KEY (series_id, month, test_id),
    KEY ix_tm_test_months_test (test_id, month)
  `,
  partitioning: partitionByMonth('month'),
});

/** What a test did in a month in a series; months that are there already are added up from their days. */
export const createTestMonths: Migration = {
  ...TABLE,
  up: async (context) => {
    await TABLE.up(context);
    // One statement, so all of it or nothing; IGNORE lets a migration that died after it run again.
    await context.session.execute(
      `INSERT IGNORE INTO tm_test_months (series_id, month, test_id, ${SUMS.join(', ')})
       SELECT tm_test_days.series_id, tm_test_days.day - INTERVAL (DAYOFMONTH(tm_test_days.day) - 1) DAY AS month,
              tm_test_days.test_id, ${SUMS.map((name) => `SUM(tm_test_days.${name})`).join(', ')}
         FROM tm_test_days GROUP BY tm_test_days.series_id, month, tm_test_days.test_id`,
    );
  },
};
