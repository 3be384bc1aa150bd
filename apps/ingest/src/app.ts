import express from 'express';
import type { Express } from 'express';
import { errorHandler } from './http/error-handler';
import { refuseUnknown } from './http/not-found';
import { observeRequests } from './http/observe-requests';
import { assignRequestId } from './http/request-context';
import { badgeRoutes } from './routes/badges/badge-routes';
import { docsRoute } from './routes/docs/docs-route';
import { feedRoutes } from './routes/feeds/feed-routes';
import { aliveRoute, readyRoute } from './routes/health/health-routes';
import { metricsRoute } from './routes/metrics/metrics-route';
import { openApiRoute } from './routes/openapi/openapi-route';
import { getRunRoute } from './routes/runs/get-run';
import { listRunTestsRoute } from './routes/runs/list-run-tests';
import { listRunsRoute } from './routes/runs/list-runs';
import { streamRunRoute } from './routes/runs/stream-run';
import { uploadRoute } from './routes/runs/upload-run';
import type { UploadRouteParts } from './routes/runs/upload-run';
import { splitListRoute, splitRoute } from './routes/split/split-route';
import { answerRoutes } from './routes/answer-routes';
import { averageRoute } from './routes/timing/average-route';
import { timingRoute } from './routes/timing/timing-route';
import type { ExportGate } from './stores/export-gate';
import type { ReadGate } from './stores/read-gate';

export interface AppParts extends UploadRouteParts {
  readonly version: string;
  readonly reads: ReadGate;
  readonly exports: ExportGate;
}

/** The service as an Express app: routes, and around them what every request goes through. */
export function createApp(parts: AppParts): Express {
  const { gate, metrics, logger, version, reads, exports } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Queries are read by our own schemas, from the raw URL.
  app.set('query parser', false);
  // As names of tests do, paths differ where their case does.
  app.set('case sensitive routing', true);
  app.use(assignRequestId, observeRequests(metrics));
  app.post('/v1/runs', uploadRoute(parts));
  app.get('/v1/runs', listRunsRoute(gate, reads));
  app.get('/v1/runs/:id', getRunRoute(gate));
  app.get('/v1/runs/:id/tests', listRunTestsRoute(gate, reads));
  app.get('/v1/runs/:id/stream', streamRunRoute(exports));
  for (const [path, handler] of Object.entries({ ...answerRoutes(reads), ...feedRoutes(reads), ...badgeRoutes(reads) }))
    app.get(path, handler);
  app.get('/v1/timing', timingRoute(reads));
  app.get('/v1/timing/average', averageRoute(exports, reads));
  app.get('/v1/split', splitRoute(reads));
  app.post('/v1/split', splitListRoute(reads, parts.config.uploadTimes));
  app.get('/healthz', aliveRoute);
  app.get('/readyz', readyRoute(gate));
  app.get('/metrics', metricsRoute(metrics));
  app.get('/openapi.json', openApiRoute(version));
  app.get('/docs', docsRoute(version));
  app.use(refuseUnknown);
  app.use(errorHandler(logger));
  return app;
}
