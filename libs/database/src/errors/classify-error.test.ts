import { classifyError, isDuplicateKey, isRetryable } from './classify-error';
import { DatabaseUnavailableError } from './database-unavailable-error';
import { withRetries } from './with-retries';

function driverError(errno: number, code: string, message = code): Error {
  return Object.assign(new Error(message), { errno, code });
}

describe('classifyError()', () => {
  it.each([
    [1021, 'ER_DISK_FULL'],
    [1040, 'ER_CON_COUNT_ERROR'],
    [1114, 'ER_RECORD_FILE_FULL'],
    [1205, 'ER_LOCK_WAIT_TIMEOUT'],
    [1290, 'ER_OPTION_PREVENTS_STATEMENT'],
    [1836, 'ER_READ_ONLY_MODE'],
    [1053, 'ER_SERVER_SHUTDOWN'],
    [-111, 'ECONNREFUSED'],
    [-104, 'ECONNRESET'],
    [-1, 'PROTOCOL_CONNECTION_LOST'],
  ])('should take %d %s for a database that cannot be used', (errno, code) => {
    const error = driverError(errno, code);
    expect(classifyError(error)).toBeInstanceOf(DatabaseUnavailableError);
    // Sequelize wraps the driver's error.
    expect(classifyError(Object.assign(new Error('wrapped'), { parent: error }))).toBeInstanceOf(
      DatabaseUnavailableError,
    );
  });

  it.each([
    [1062, 'ER_DUP_ENTRY'],
    [1064, 'ER_PARSE_ERROR'],
    [1146, 'ER_NO_SUCH_TABLE'],
    [1406, 'ER_DATA_TOO_LONG'],
  ])('should leave %d %s as it is', (errno, code) => {
    const error = driverError(errno, code);
    expect(classifyError(error)).toBe(error);
  });

  it('should tell duplicates by key and what can be begun again, also when wrapped', () => {
    const duplicate = driverError(1062, 'ER_DUP_ENTRY', "Duplicate entry 'u' for key 'uq_runs_uuid'");
    expect([isDuplicateKey(duplicate, 'uq_runs_uuid'), isDuplicateKey(duplicate, 'PRIMARY')]).toEqual([true, false]);
    const deadlock = driverError(1213, 'ER_LOCK_DEADLOCK');
    expect([isRetryable(deadlock), isRetryable(classifyError(deadlock)), isRetryable(duplicate)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('withRetries()', () => {
  it('should begin again only what can be repeated, and give up in the end', async () => {
    let begun = 0;
    const failing = async () => {
      begun += 1;
      throw driverError(1213, 'ER_LOCK_DEADLOCK');
    };
    await expect(withRetries(failing, { attempts: 3, firstDelayMs: 1 })).rejects.toBeInstanceOf(
      DatabaseUnavailableError,
    );
    expect(begun).toBe(3);
    await expect(withRetries(failing, { canRepeat: () => false })).rejects.toBeInstanceOf(DatabaseUnavailableError);
    expect(begun).toBe(4);
  });
});
