import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pluginFiles } from './plugin-files';
import { PluginStore } from './plugin-store';

let directory: string;
let store: PluginStore;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'testmetrics-plugin-'));
  store = new PluginStore(join(directory, 'built'));
});

afterEach(() => rmSync(directory, { recursive: true }));

/** An app with a nested panel, as the build leaves it. */
function build() {
  for (const [place, id, type] of [
    ['.', 'acme-shop-app', 'app'],
    ['grid', 'acme-grid-panel', 'panel'],
  ] as const) {
    const target = join(directory, 'built', place);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'plugin.json'), JSON.stringify({ id, type, name: id }));
    writeFileSync(join(target, 'module.js'), `// ${id}`);
  }
  mkdirSync(join(directory, 'built/img'));
}

describe('PluginStore', () => {
  it('should find the app and what is nested in it', async () => {
    build();
    const { plugins, problem } = await store.all();
    expect(plugins.map(({ id, baseUrl }) => [id, baseUrl])).toEqual([
      ['acme-shop-app', 'public/plugins/acme-shop-app'],
      ['acme-grid-panel', 'public/plugins/acme-grid-panel'],
    ]);
    expect(problem).toBeNull();
  });

  it('should say how to build it where it is not built', async () => {
    const { plugins, problem } = await store.all();
    expect(plugins).toEqual([]);
    expect(problem).toMatch(/expected plugin\.json in .*built, found none.*nx build grafana-plugin/s);
  });
});

describe('pluginFiles()', () => {
  let server: Server;

  beforeEach(async () => {
    build();
    writeFileSync(join(directory, 'secret.txt'), 'secret');
    server = createServer(express().get('/public/plugins/:id/*file', pluginFiles(store)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterEach(() => void server.close());

  /** As the path stands here: clients such as fetch would tidy it first. */
  const get = (path: string) =>
    new Promise<{ status: number | undefined; text: string }>((resolve) => {
      request({ port: (server.address() as AddressInfo).port, path }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode, text }));
      }).end();
    });

  it('should serve the files of each plugin by its id', async () => {
    expect(await get('/public/plugins/acme-grid-panel/module.js')).toEqual({ status: 200, text: '// acme-grid-panel' });
    expect((await get('/public/plugins/acme-shop-app/grid/module.js')).text).toBe('// acme-grid-panel');
  });

  it.each([
    '/public/plugins/other-panel/module.js',
    '/public/plugins/acme-grid-panel/nothing.js',
    '/public/plugins/acme-shop-app/../secret.txt',
    '/public/plugins/acme-shop-app/..%2f..%2fsecret.txt',
  ])('should refuse %s', async (path) => {
    const { status, text } = await get(path);
    expect([403, 404]).toContain(status);
    expect(text).not.toBe('secret');
  });
});
