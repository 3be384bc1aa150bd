import express from 'express';
import type { Express } from 'express';
import { errorHandler } from './http/error-handler';
import { refuseUnknown } from './http/not-found';
import { observeRequests } from './http/observe-requests';
import { assignRequestId } from './http/request-context';
import { aliveRoute, readyRoute } from './routes/health/health-routes';
import { metricsRoute } from './routes/metrics/metrics-route';
import { openApiRoute } from './routes/openapi/openapi-route';
import { getRunRoute } from './routes/runs/get-run';
import { listRunTestsRoute } from './routes/runs/list-run-tests';
import { listRunsRoute } from './routes/runs/list-runs';
import { uploadRoute } from './routes/runs/upload-run';
import type { UploadRouteParts } from './routes/runs/upload-run';

export interface AppParts extends UploadRouteParts {
  readonly version: string;
}

/** The service as an Express app: routes, and around them what every request goes through. */
export function createApp(parts: AppParts): Express {
  const { gate, metrics, logger, version } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Queries are read by our own schemas, from the raw URL.
  app.set('query parser', false);
  app.use(assignRequestId, observeRequests(metrics));
  app.post('/v1/runs', uploadRoute(parts));
  app.get('/v1/runs', listRunsRoute(gate));
  app.get('/v1/runs/:id', getRunRoute(gate));
  app.get('/v1/runs/:id/tests', listRunTestsRoute(gate));
  app.get('/healthz', aliveRoute);
  app.get('/readyz', readyRoute(gate));
  app.get('/metrics', metricsRoute(metrics));
  app.get('/openapi.json', openApiRoute(version));
  app.use(refuseUnknown);
  app.use(errorHandler(logger));
  return app;
}
