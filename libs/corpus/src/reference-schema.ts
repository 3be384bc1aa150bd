/**
 * The tables that subunit2sql's own migrations end with (head 10a2b6d4b06e), with all their indexes.
 *
 * Its migration tool stops on current MariaDB versions, so the tables are made from here.
 */
export const REFERENCE_SCHEMA: readonly string[] = [
  'CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)',
  "INSERT INTO alembic_version VALUES ('10a2b6d4b06e')",
  `CREATE TABLE tests (
     id BIGINT NOT NULL AUTO_INCREMENT, test_id VARCHAR(256) NOT NULL, run_count INT, success INT, failure INT,
     run_time FLOAT, PRIMARY KEY (id), KEY ix_test_ids (id, test_id(30)), KEY ix_tests_test_id (test_id(30)))`,
  `CREATE TABLE runs (
     uuid VARCHAR(36), id BIGINT NOT NULL AUTO_INCREMENT, skips INT, fails INT, passes INT, run_time FLOAT,
     artifacts TEXT, run_at DATETIME, PRIMARY KEY (id), KEY ix_run_uuid (uuid), KEY ix_run_at (run_at))`,
  `CREATE TABLE test_runs (
     id BIGINT NOT NULL AUTO_INCREMENT, test_id BIGINT, run_id BIGINT, status VARCHAR(256),
     start_time DATETIME, stop_time DATETIME, start_time_microsecond INT, stop_time_microsecond INT,
     PRIMARY KEY (id), UNIQUE KEY uq_test_runs (test_id, run_id), KEY ix_test_id_status (test_id, status(30)),
     KEY ix_test_id_start_time (test_id, start_time), KEY ix_test_runs_test_id (test_id),
     KEY ix_test_runs_run_id (run_id), KEY ix_test_runs_start_time (start_time), KEY ix_test_runs_stop_time (stop_time))`,
  metadataTable('run_metadata', 'run_id', 'ix_run_key_value', 'ix_run_id'),
  metadataTable('test_run_metadata', 'test_run_id', 'ix_test_run_key_value', 'ix_test_run_id'),
  metadataTable('test_metadata', 'test_id', 'ix_test_key_value', 'ix_test_id'),
  `CREATE TABLE attachments (
     id BIGINT NOT NULL AUTO_INCREMENT, test_run_id BIGINT, label VARCHAR(255), attachment BLOB,
     PRIMARY KEY (id), KEY ix_attach_test_run_id (test_run_id))`,
];

function metadataTable(table: string, owner: string, pairIndex: string, ownerIndex: string): string {
  return `CREATE TABLE ${table} (
     id BIGINT NOT NULL AUTO_INCREMENT, \`key\` VARCHAR(255), value VARCHAR(255), ${owner} BIGINT, PRIMARY KEY (id),
     UNIQUE KEY uq_${table} (${owner}, \`key\`, value), KEY ${pairIndex} (\`key\`, value), KEY ${ownerIndex} (${owner}))`;
}
