import { STATUS_CODES } from 'node:http';
import type { ProblemBody } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import { BadRequestError } from './bad-request-error';

/** What the client is told of an error. */
export interface Problem {
  readonly body: ProblemBody;
  readonly retryAfterSeconds: number | null;
  /** A defect of ours, not of the request or the surroundings: its text is only in the log. */
  readonly isDefect: boolean;
}

/** Translates any error; what is none of ours becomes `internal_error` with nothing but an id. */
export function toProblem(error: unknown, requestId: string): Problem {
  const known = translate(error);
  if (known === null) return { body: internalError(requestId), retryAfterSeconds: null, isDefect: true };
  const { expected, found, action, suggestions = [] } = known.facts;
  const body = {
    ...frame(known.code, known.status, known.message, requestId),
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    ...(action === undefined ? {} : { action }),
    ...(suggestions.length === 0 ? {} : { suggestions: [...suggestions] }),
    ...(error instanceof BadRequestError ? { errors: [...error.mistakes] } : {}),
  };
  return { body, retryAfterSeconds: known.retryAfterSeconds, isDefect: false };
}

function translate(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof URIError) return badUrl(error);
  return null;
}

function badUrl(cause: URIError): AppError {
  return new AppError('bad_url', 'The path of the URL cannot be read.', {
    status: 400,
    expected: 'percent-encoded UTF-8',
    found: 'another encoding',
    action: 'encode the path',
    cause,
  });
}

function internalError(requestId: string): ProblemBody {
  const detail = 'The service failed for a reason of its own; nothing was stored.';
  const action = `try again; if it stays, tell the operators the id ${requestId}`;
  return { ...frame('internal_error', 500, detail, requestId), action };
}

function frame(code: string, status: number, detail: string, requestId: string) {
  return {
    type: `urn:testmetrics:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    code,
    detail,
    instance: `urn:testmetrics:request:${requestId}`,
  };
}
