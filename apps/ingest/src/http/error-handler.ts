import type { ErrorRequestHandler, Response } from 'express';
import { PROBLEM_CONTENT_TYPE } from '@testmetrics/api-contract';
import { AppError } from '@testmetrics/runtime';
import type { Logger } from '@testmetrics/runtime';
import { ClientGoneError } from './client-gone-error';
import { lingerForBody } from './linger';
import { toProblem } from './problem';
import type { Problem } from './problem';
import { requestIdOf } from './request-context';

/** The one place that turns an error into a reply. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (error instanceof ClientGoneError) {
      request.socket.destroy();
      return;
    }
    const requestId = requestIdOf(response);
    const problem = toProblem(withoutExpressErrors(error), requestId);
    const about = { requestId, method: request.method, path: request.path, code: problem.body.code };
    if (problem.isDefect) logger.error({ ...about, err: error }, 'a request failed');
    else if (problem.body.status >= 500) logger.warn({ ...about, err: error }, 'a request could not be served');
    // A reply that broke off takes its connection with it: there is nobody left to tell but the log.
    if (response.headersSent || request.socket.destroyed) {
      request.socket.destroy();
      return;
    }
    sendProblem(response, problem);
    if (problem.body.status !== 408) lingerForBody(request);
  };
}

function sendProblem(response: Response, { body, retryAfterSeconds }: Problem): void {
  if (retryAfterSeconds !== null) response.setHeader('Retry-After', String(retryAfterSeconds));
  if (body.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  if (body.status === 408) response.setHeader('Connection', 'close');
  response.status(body.status).type(PROBLEM_CONTENT_TYPE).send(JSON.stringify(body));
}

/** Express has errors of its own for URLs that it cannot read. */
function withoutExpressErrors(error: unknown): unknown {
  const isExpressError =
    error instanceof Error && 'status' in error && error.status === 400 && !(error instanceof AppError);
  return isExpressError ? new URIError(error.message, { cause: error }) : error;
}
