import type { ServerFlavor } from './server-info';

/** Modes under which a value that does not fit is an error and never silently changed. */
const SQL_MODE = [
  'ONLY_FULL_GROUP_BY',
  'STRICT_TRANS_TABLES',
  'STRICT_ALL_TABLES',
  'NO_ZERO_IN_DATE',
  'NO_ZERO_DATE',
  'ERROR_FOR_DIVISION_BY_ZERO',
  'NO_ENGINE_SUBSTITUTION',
].join(',');

/** Statements that every session starts with, in both pools. */
export function sessionSettings({
  lockWaitSeconds,
  readOnlyMs,
  flavor,
}: {
  readonly lockWaitSeconds: number;
  readonly readOnlyMs: number;
  readonly flavor: ServerFlavor;
}): readonly string[] {
  return [
    `SET SESSION time_zone = '+00:00', sql_mode = '${SQL_MODE}', innodb_lock_wait_timeout = ${Math.max(1, Math.round(lockWaitSeconds))}`,
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    ...(readOnlyMs > 0 ? readOnlySettings(readOnlyMs, flavor) : []),
  ];
}

/** MariaDB counts in seconds and MySQL in milliseconds. */
function readOnlySettings(ms: number, flavor: ServerFlavor): readonly string[] {
  const limit = flavor === 'mariadb' ? `max_statement_time = ${ms / 1000}` : `max_execution_time = ${Math.ceil(ms)}`;
  return ['SET SESSION TRANSACTION READ ONLY', `SET SESSION ${limit}`];
}
