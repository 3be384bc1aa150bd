import { DatabaseUnavailableError, InvalidCursorError } from '@testmetrics/database';
import { QuestionError } from '@testmetrics/questions';
import { AppError } from '@testmetrics/runtime';

/** Of the driver's pool, and of the time limit on waiting for it. */
const FULL = /^(POOL_ACQUIRE_TIMEOUT$|Queue limit reached)/;

/** MariaDB's word, MySQL's word, and ours where the server did not end the question in time. */
const SLOW = ['ER_STATEMENT_TIMEOUT', 'ER_QUERY_TIMEOUT', 'PROTOCOL_SEQUENCE_TIMEOUT', '1969', '3024'];

/**
 * Says of a question that was not answered what is wrong with it, or whether too many were asked, it took too long, or the
 * database is away. Anything else is a defect and comes back as it is.
 */
export function toAskError(error: unknown): unknown {
  if (error instanceof QuestionError) return badQuestion(error);
  if (isRefusedPattern(error)) return badPattern(error);
  if (!(error instanceof DatabaseUnavailableError)) return error;
  if (FULL.test(error.reason)) return tooManyQuestions(error);
  return SLOW.includes(error.reason) ? questionTooSlow(error) : error;
}

function badQuestion(error: QuestionError): AppError {
  // Places come out of cursors only.
  if (error.field === 'after') return new InvalidCursorError();
  const { code, field, expected, found, action } = error;
  return new AppError(code, `The question cannot be asked: its ${field} is wrong.`, {
    status: 400,
    expected,
    found,
    action,
    cause: error,
  });
}

/** What our own check lets through and the server cannot read. */
function isRefusedPattern(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^ER_REGEXP/.test(String(error.code));
}

function badPattern(cause: Error): AppError {
  return new AppError('bad_pattern', 'The database cannot read the regular expression.', {
    status: 400,
    expected: 'a regular expression that it can read',
    found: cause.message,
    action: 'correct the parameter pattern, or use prefix or search',
    cause,
  });
}

function tooManyQuestions(cause: DatabaseUnavailableError): AppError {
  return new AppError('too_many_questions', 'More is asked than can be answered right now.', {
    status: 503,
    retryAfterSeconds: 1 + Math.floor(Math.random() * 4),
    expected: 'fewer questions at a time',
    found: 'no free connection for reading',
    action: 'ask again after the seconds in Retry-After',
    cause,
  });
}

function questionTooSlow(cause: DatabaseUnavailableError): AppError {
  return new AppError('question_too_slow', 'The question took too long and was given up.', {
    status: 503,
    retryAfterSeconds: 30,
    expected: 'a question that the database answers within seconds',
    found: 'one that takes longer',
    action: 'narrow it: a shorter range (since, until), a job, a branch; or ask when less is going on',
    cause,
  });
}
