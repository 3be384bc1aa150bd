import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';

const REQUEST_ID_HEADER = 'X-Request-Id';

/** Gives every request an id, that its reply and its log lines carry. */
export const assignRequestId: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.locals['requestId'] = id;
  response.setHeader(REQUEST_ID_HEADER, id);
  next();
};

export function requestIdOf(response: Response): string {
  return String(response.locals['requestId'] ?? 'unknown');
}

/** The client asked whether it may send the body, and waits for our word. */
export function expectsContinue(request: Request): boolean {
  return /^100-continue$/i.test(request.headers.expect ?? '');
}
