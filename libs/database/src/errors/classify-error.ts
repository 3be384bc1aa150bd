import { DatabaseUnavailableError } from './database-unavailable-error';

/** What the driver puts on its errors; every field may be absent. */
interface DriverError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly message?: unknown;
  /** The connection is lost with it. */
  readonly fatal?: unknown;
}

const DEADLOCK = 1213;
const LOCK_WAIT_TIMEOUT = 1205;
/** MariaDB with innodb_snapshot_isolation: the row changed since it was read. */
const RECORD_CHANGED = 1020;
const DUPLICATE_KEY = 1062;

/** Errors that going on with later, unchanged, may cure. */
const UNAVAILABLE_NUMBERS = new Set([
  1021, // disk full
  1026, // error writing a file
  1030, // the storage engine's own error, disk full among them
  1037,
  1038,
  1041, // out of memory
  1040,
  1203,
  1226, // too many connections
  1042,
  1043,
  1129,
  1130, // host unknown, bad handshake, host blocked
  1047, // a cluster node that has lost its cluster
  1053,
  1077,
  1079, // server shutdown
  1114, // table (disk, tablespace) is full
  1158,
  1159,
  1160,
  1161, // network packets
  1180,
  1181, // error during COMMIT or ROLLBACK
  1206, // lock table is full
  1290,
  1792,
  1836, // read-only server or transaction
  1317,
  1927,
  1969,
  3024,
  3169, // killed, or out of time
  DEADLOCK,
  LOCK_WAIT_TIMEOUT,
  RECORD_CHANGED,
]);

const UNAVAILABLE_CODES = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'HANDSHAKE_NO_SSL_SUPPORT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_ACQUIRE_TIMEOUT',
]);

/** Messages of the driver's pool, whose errors carry no code. */
const UNAVAILABLE_MESSAGES = [/^Queue limit reached/, /^Pool is closed/, /closed state/];

/** Makes the driver's error into a DatabaseUnavailableError where it is one, and gives every other error back as it is. */
export function classifyError(error: unknown): unknown {
  if (error instanceof DatabaseUnavailableError) return error;
  const reason = unavailableReason(driverError(error));
  return reason === null ? error : new DatabaseUnavailableError(reason, error);
}

/** A deadlock or a lock that took too long: the same unit of work, begun again, will most likely succeed. */
export function isRetryable(error: unknown): boolean {
  const number = errorNumber(error);
  return number === DEADLOCK || number === LOCK_WAIT_TIMEOUT || number === RECORD_CHANGED;
}

/** A unique key was violated; `keyName` narrows it to one key. */
export function isDuplicateKey(error: unknown, keyName?: string): boolean {
  if (errorNumber(error) !== DUPLICATE_KEY) return false;
  return keyName === undefined || String(driverError(error).message).includes(keyName);
}

function errorNumber(error: unknown): unknown {
  const own = driverError(error).errno;
  if (own !== undefined || !(error instanceof Error)) return own;
  return error.cause === undefined ? undefined : errorNumber(error.cause);
}

function unavailableReason(error: DriverError): string | null {
  if (typeof error.errno === 'number' && UNAVAILABLE_NUMBERS.has(error.errno)) return String(error.code ?? error.errno);
  if (typeof error.code === 'string' && UNAVAILABLE_CODES.has(error.code)) return error.code;
  // What ended the connection was not the server's answer to this statement.
  if (error.fatal === true && !String(error.code).startsWith('ER_'))
    return String(error.code ?? error.message ?? 'connection lost');
  const message = String(error.message ?? '');
  return UNAVAILABLE_MESSAGES.some((pattern) => pattern.test(message)) ? message : null;
}

/** Sequelize wraps the driver's error as `parent`. */
function driverError(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  if ('parent' in error && typeof error.parent === 'object' && error.parent !== null) return error.parent;
  return error;
}
