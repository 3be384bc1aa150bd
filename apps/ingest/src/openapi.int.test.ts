import { execFile } from 'node:child_process';
import { OPERATIONS } from '@testmetrics/api-contract';
import type { Express } from 'express';
import { createApp } from './app';
import type { AppParts } from './app';
import { startTestService } from './testing';
import type { TestService } from './testing';

/** The validator is an ES module, which jest cannot load. */
const VALIDATE = `
  import { Validator } from '@seriousme/openapi-schema-validator';
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  const { valid, errors } = await new Validator().validate(JSON.parse(text));
  console.log(JSON.stringify({ valid, errors }));
`;

function validate(document: object): Promise<{ readonly valid: boolean; readonly errors?: unknown }> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module', '-e', VALIDATE],
      { cwd: __dirname },
      (error, stdout) => (error === null ? resolve(JSON.parse(stdout) as { valid: boolean }) : reject(error)),
    );
    child.stdin?.end(JSON.stringify(document));
  });
}

/** `get /v1/runs/{}` of every route, whatever its parameters are called. */
function routesOf(app: Express): string[] {
  const { stack } = app.router as unknown as { readonly stack: readonly Layer[] };
  return stack.flatMap(({ route }) =>
    route === undefined
      ? []
      : Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:\w+/g, '{}')}`),
  );
}

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

describe('the OpenAPI document', () => {
  let service: TestService;
  let document: { paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>> };
  beforeAll(async () => {
    service = await startTestService();
    document = (await (await fetch(`${service.url}/openapi.json`)).json()) as typeof document;
  });
  afterAll(() => service.dispose());

  it('should be valid OpenAPI 3.1', async () => {
    expect(await validate(document)).toEqual({ valid: true });
  });

  it('should not be called valid where it is not', async () => {
    const { paths } = document;
    expect((await validate({ ...document, paths: { ...paths, 'no-slash': {} } })).valid).toBe(false);
  });

  it('should have exactly the routes of the service', () => {
    const parts = new Proxy({} as AppParts, { get: () => new Proxy({}, { get: () => () => undefined }) });
    const routes = routesOf(createApp({ ...spread(parts), version: '0' }));
    const documented = OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(routes.sort()).toEqual(documented.sort());
  });

  it('should tell the type of every reply', async () => {
    for (const { method, path } of OPERATIONS) {
      if (method !== 'get' || path.includes('{') || /^\/v1\/(timing|split)/.test(path)) continue;
      const reply = await fetch(`${service.url}${path}`);
      const type = (reply.headers.get('content-type') ?? '').split(';')[0] ?? '';
      const described = document.paths[path]?.[method]?.responses[String(reply.status)]?.content ?? {};
      expect([path, reply.status, Object.keys(described)]).toEqual([path, 200, expect.arrayContaining([type])]);
      await reply.arrayBuffer();
    }
  });
});

/** Routes are made without asking their parts anything. */
function spread(parts: AppParts): AppParts {
  const { config, gate, slots, metrics, logger, reads, exports, onStored, onRefused, version } = parts;
  return { config, gate, slots, metrics, logger, reads, exports, onStored, onRefused, version };
}
