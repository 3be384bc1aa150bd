import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { AppError, createLogger, type Logger, Shutdown } from '@testmetrics/runtime';
import { createApp } from './app';
import { DashboardStore } from './dashboard-store';
import { PluginStore } from './plugin-store';
import { Reader } from './reader';
import { type Settings } from './settings';

/** A preview that runs. */
export interface Preview {
  readonly url: string;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
}

/** Makes every part, once, and starts it. The database may be away: panels say so until it is there. */
export async function startPreview(
  settings: Settings,
  logger: Logger = createLogger({ name: 'preview', level: settings.logLevel }),
): Promise<Preview> {
  const plugins = new PluginStore(settings.pluginDirectory);
  const dashboards = new DashboardStore({
    provisioning: settings.provisioningDirectory,
    plugin: plugins.dashboards,
  });
  await dashboards.all();
  const shutdown = new Shutdown({ logger, timeoutMs: 10_000 });
  const reader = new Reader(settings);
  shutdown.add('database', () => reader.close());
  const { webDirectory, host } = settings;
  const server = createServer(createApp({ dashboards, plugins, reader, webDirectory, host, logger }));
  const url = await listen(server, settings);
  shutdown.add('server', () => closeServer(server));
  return { url, logger, shutdown };
}

function listen(server: Server, { host, port }: Settings): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new AppError('cannot_listen', `Cannot listen on ${host}:${port} (${cause.code}).`, {
          cause,
          action: 'set DASHBOARDS_PORT to a free port, or to 0 for any',
        }),
      ),
    );
    server.listen(port, host, () => {
      const { port: chosen } = server.address() as AddressInfo;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${chosen}`);
    });
  });
}

/** Pages keep connections open for minutes; nothing is lost by cutting them. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
