/** Settings that stand for variables of the environment, by their names in a file. */
export const VARIABLES: Readonly<Record<string, string>> = {
  url: 'TESTMETRICS_URL',
  token: 'TESTMETRICS_TOKEN',
  'data-dir': 'TESTMETRICS_DATA_DIR',
  'job-key': 'TESTMETRICS_JOB_KEY',
  'project-key': 'TESTMETRICS_PROJECT_KEY',
  'branch-key': 'TESTMETRICS_BRANCH_KEY',
  'commit-key': 'TESTMETRICS_COMMIT_KEY',
};

export const DATABASE_SECTION = 'database';
export const CONNECTION = 'connection';

/** The reference's name for what `--meta` says, `k:v,k2:v2`. */
export const RUN_META = 'run-meta';

/**
 * Settings of subunit2sql that have no meaning here, as they say what is always done, or how its libraries work: a file that
 * was written for it is taken as it is.
 */
export const MEANINGLESS: readonly string[] = [
  ...['verbose', 'debug', 'store-attachments', 'attr-regex', 'test-attr-prefix', 'remove-test-attr-prefix'],
  ...['use-run-wall-time', 'non-subunit-name', 'attachments-storage-dir', 'disable-microsecond-data-migration'],
];

/** Those of its section for the database, which are oslo.db's. */
export const MEANINGLESS_OF_DATABASE: readonly string[] = [
  ...['slave-connection', 'mysql-sql-mode', 'mysql-enable-ndb', 'mysql-wsrep-sync-wait', 'backend'],
  ...['connection-recycle-time', 'connection-parameters', 'connection-debug', 'connection-trace'],
  ...['max-pool-size', 'min-pool-size', 'max-overflow', 'pool-timeout', 'max-retries', 'retry-interval'],
  ...['use-db-reconnect', 'db-retry-interval', 'db-inc-retry-interval', 'db-max-retries', 'db-max-retry-interval'],
  ...['sqlite-synchronous', 'synchronous-reader', 'asyncio-connection', 'asyncio-slave-connection'],
];
