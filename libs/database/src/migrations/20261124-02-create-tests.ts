import { createTable } from './create-table';

/** One row a test. The hash makes names of any length unique and cheap to look up; the prefix index serves the reference's lookups. */
export const createTests = createTable({
  migration: '20261124-02-create-tests',
  table: 'tests',
  columns: `
    id BIGINT NOT NULL AUTO_INCREMENT,
    test_id MEDIUMTEXT NOT NULL,
    run_count INT NULL,
    success INT NULL,
    failure INT NULL,
    run_time DOUBLE NULL,
    tm_timed_successes INT UNSIGNED NOT NULL DEFAULT 0,
    tm_timed_seconds DOUBLE NOT NULL DEFAULT 0,
    tm_test_id_hash BINARY(16) AS (UNHEX(LEFT(SHA2(test_id, 256), 32))) STORED,
    PRIMARY KEY (id),
    UNIQUE KEY uq_tests_test_id (tm_test_id_hash),
    KEY ix_tests_test_id (test_id(128))
  `,
});
