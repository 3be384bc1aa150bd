import type { RequestHandler } from 'express';
import type { Metrics } from '../metrics';

/** Measures every request under its route's pattern, so that ids in paths make no new series. */
export function observeRequests(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const stop = metrics.requestSeconds.startTimer();
    response.once('close', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'none';
      const status = response.writableFinished ? String(response.statusCode) : 'aborted';
      stop({ method: request.method, route, status });
    });
    next();
  };
}
