import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { text } from 'node:stream/consumers';
import { type DatasourceJson, type HostSettings, type PluginJson } from './page/host-settings';

export interface PageServerOptions {
  /** The bundled page. */
  readonly page: string;
  /** The libraries that it was bundled with; Grafana's icons lie there. */
  readonly libraries: string;
  /** The built plugin. */
  readonly plugin: string;
  readonly datasources: readonly DatasourceJson[];
  readonly dashboards: () => readonly unknown[];
  /** Answers what the datasource with this uid is asked, as Grafana's server does. */
  readonly query: (uid: string, body: string) => Promise<unknown>;
}

export interface PageServer {
  readonly url: string;
  stop(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A library may ask for an icon that it does not bring; in Grafana they are there. */
const NO_ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="2"/></svg>';

/** Serves the page, the plugin's files and the one call that datasources make, from one origin as Grafana does. */
export async function servePage(options: PageServerOptions): Promise<PageServer> {
  const plugins = await readPlugins(options.plugin);
  const server = createServer((request, response) => {
    answer(request, response, options, plugins).catch((error: unknown) => {
      response.writeHead(500).end(JSON.stringify({ message: String(error) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => stop(server) };
}

function stop(server: Server): void {
  server.close();
  server.closeAllConnections();
}

interface BuiltPlugin {
  readonly json: PluginJson;
  readonly directory: string;
}

/** Where the app and what is nested in it lie below the built folder. */
async function readPlugins(root: string): Promise<readonly BuiltPlugin[]> {
  const places = ['', 'datasource', 'history-panel', 'timeline-panel'].map((place) => join(root, place));
  return Promise.all(
    places.map(async (directory) => {
      const json = JSON.parse(await readFile(join(directory, 'plugin.json'), 'utf8')) as PluginJson;
      return { directory, json: { ...json, baseUrl: `public/plugins/${json.id}` } };
    }),
  );
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: PageServerOptions,
  plugins: readonly BuiltPlugin[],
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  if (request.method === 'POST' && pathname === '/api/ds/query') {
    const uid = String(request.headers['x-datasource-uid'] ?? '');
    sendJson(response, await options.query(uid, await text(request)));
    return;
  }
  if (pathname === '/host.json') {
    const { datasources, dashboards } = options;
    const host = { datasources, dashboards: dashboards(), plugins: plugins.map(({ json }) => json) };
    sendJson(response, host satisfies HostSettings);
    return;
  }
  await sendFile(response, fileOf(pathname, options, plugins));
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The page itself wherever nothing else is meant. */
function fileOf(pathname: string, { page, libraries }: PageServerOptions, plugins: readonly BuiltPlugin[]): string {
  const path = normalize(decodeURIComponent(pathname));
  const [, , , id = '', ...rest] = path.split('/');
  const plugin = path.startsWith('/public/plugins/') ? plugins.find(({ json }) => json.id === id) : undefined;
  if (plugin !== undefined) return join(plugin.directory, ...rest);
  const icon = /^\/public\/(?:build\/)?(img\/icons\/.*)$/.exec(path)?.[1];
  if (icon !== undefined) return join(libraries, 'node_modules/@grafana/ui/dist/public', icon);
  if (path.startsWith('/public/')) return join(page, 'nothing');
  return path.startsWith('/assets/') ? join(page, path) : join(page, 'index.html');
}

async function sendFile(response: ServerResponse, file: string): Promise<void> {
  const isPage = file.endsWith('.html');
  const type = {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    // Large files that stay the same while the server runs: browsers keep what they compiled of such.
    'cache-control': isPage ? 'no-store' : 'max-age=3600, immutable',
  };
  const content = await readFile(file).catch(() => null);
  if (content !== null) response.writeHead(200, type).end(content);
  else if (file.endsWith('.svg')) response.writeHead(200, type).end(NO_ICON);
  else response.writeHead(204).end();
}
