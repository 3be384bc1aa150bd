import { type RequestHandler } from 'express';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * On loopback, answers only requests that were meant for it. Without this a page elsewhere could point a name of its own
 * at 127.0.0.1 and read the database through the visitor's browser.
 */
export function knownHost(boundTo: string): RequestHandler {
  const isLoopback = LOOPBACK.test(boundTo) || boundTo === '::1';
  return (request, response, next) => {
    if (!isLoopback || LOOPBACK.test(request.headers.host ?? '')) {
      next();
      return;
    }
    response.status(421).type('text').send('This page is served to this machine only: open it as localhost.\n');
  };
}
