import { join } from 'node:path';
import { AppError, type Logger } from '@testmetrics/runtime';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { type DashboardStore } from './dashboard-store';
import { dsQuery } from './ds-query';
import { knownHost } from './known-host';
import { pluginFiles } from './plugin-files';
import { type PluginStore } from './plugin-store';
import { type Reader } from './reader';
import { securityHeaders } from './security-headers';

export interface AppParts {
  readonly dashboards: DashboardStore;
  readonly plugins: PluginStore;
  readonly reader: Reader;
  readonly webDirectory: string;
  readonly host: string;
  readonly logger: Logger;
}

/** Grafana's library names a few icons that it does not bring. */
const NO_ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="2"/></svg>';

/** The page, its assets, the dashboards and the one call that panels make. */
export function createApp({ dashboards, plugins, reader, webDirectory, host, logger }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(knownHost(host), securityHeaders);
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/api/dashboards', async (_request, response) => void response.json(await dashboards.all()));
  app.get('/api/plugins', async (_request, response) => void response.json(await plugins.all()));
  app.post('/api/ds/query', express.json({ limit: '2mb' }), dsQuery(reader));
  app.use(
    '/assets',
    express.static(join(webDirectory, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  );
  app.get('/public/plugins/:id/*file', pluginFiles(plugins));
  app.use('/public', express.static(join(webDirectory, 'public'), { maxAge: '1h' }));
  app.use('/public/build/img/icons', (_request, response) => void response.type('svg').send(NO_ICON));
  const page = (_request: express.Request, response: express.Response) =>
    response.sendFile(join(webDirectory, 'index.html'));
  app.get(['/', '/dashboards', '/d/:uid', '/d/:uid/:slug'], page);
  app.use((_request, response) => void response.status(404).type('text').send('There is no such page.\n'));
  app.use(onError(logger));
  return app;
}

/** Tells what a person can put right; everything else goes to the log. */
function onError(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = statusOf(error);
    if (status >= 500 && !(error instanceof AppError)) logger.error({ err: error }, 'a request failed');
    const message =
      error instanceof AppError || status < 500 ? (error as Error).message : 'The preview failed; its log says why.';
    response.status(status).json({ message, ...(error instanceof AppError ? error.facts : {}) });
  };
}

function statusOf(error: unknown): number {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' ? status : 500;
}
