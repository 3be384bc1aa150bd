import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { readStream } from '@testmetrics/corpus';
import {
  cleanUp,
  endpointsFile,
  endpointsOf,
  makeDataDirectory,
  pressCtrlC,
  processesOf,
  startStack,
  type Endpoints,
} from './stack';

describe('npm start', () => {
  let data: string;
  beforeEach(() => (data = makeDataDirectory()));
  afterEach(() => cleanUp(data));

  it('should bring everything up, take a run, stop at Ctrl-C, and find the run again', async () => {
    const first = startStack({ dataDirectory: data, throughNpm: true });
    const endpoints = await endpointsOf(first, data);
    expect(statSync(endpointsFile(data)).mode & 0o777).toBe(0o600);
    expect(first.output()).toContain(`${endpoints.ingest}/v1/runs?`);
    expect(await statusOf(`${endpoints.dashboards}/`)).toBe(200);
    const stored = await post(endpoints);
    expect(stored).toMatchObject({ job: 'cliff', duplicate: false, tests: { total: 216, success: 216 } });
    pressCtrlC(first);
    expect((await first.exited).signal ?? 'SIGINT').toBe('SIGINT');
    expect(existsSync(endpointsFile(data))).toBe(false);
    expect(processesOf(data)).toEqual([]);

    const second = startStack({ dataDirectory: data });
    const again = await endpointsOf(second, data);
    const found = await fetch(`${again.ingest}/v1/runs/${stored.id}`);
    expect(await found.json()).toMatchObject({ id: stored.id, job: 'cliff', tests: { total: 216 } });
    expect(await post(again)).toMatchObject({ id: stored.id, duplicate: true });
    second.child.kill('SIGTERM');
    expect(await second.exited).toEqual({ status: 0, signal: null });
    expect(processesOf(data)).toEqual([]);
  });

  it('should say so when it runs already, and leave the first one alone', async () => {
    const first = startStack({ dataDirectory: data });
    const endpoints = await endpointsOf(first, data);
    const second = startStack({ dataDirectory: data });
    expect((await second.exited).status).toBe(1);
    expect(second.output()).toContain('already runs');
    expect(await statusOf(`${endpoints.ingest}/readyz`)).toBe(200);
    expect(JSON.parse(readFileSync(endpointsFile(data), 'utf8'))).toEqual(endpoints);
  });

  it('should go on when nobody reads its words any more, and still stop in order', async () => {
    const stack = startStack({ dataDirectory: data });
    await endpointsOf(stack, data);
    stack.child.stdout?.destroy();
    stack.child.stderr?.destroy();
    stack.child.kill('SIGTERM');
    expect(await stack.exited).toEqual({ status: 0, signal: null });
    expect(processesOf(data)).toEqual([]);
  });

  it('should name every wrong setting at once and start nothing', async () => {
    const env = { PORT: 'x', TESTMETRICS_SAMPLE: 'perhaps', HOST: '0.0.0.0' };
    const stack = startStack({ dataDirectory: data, env });
    expect((await stack.exited).status).toBe(1);
    for (const variable of Object.keys(env)) expect(stack.output()).toContain(`${variable}: expected`);
    expect(existsSync(data)).toBe(false);
  });

  it('should name a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const stack = startStack({ dataDirectory: data, env: { PORT: String(port) } });
    expect((await stack.exited).status).toBe(1);
    expect(stack.output()).toContain(`PORT: port ${port} of 127.0.0.1 is taken`);
    await new Promise((resolve) => other.close(resolve));
  });
});

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.status;
}

async function post({ ingest }: Endpoints): Promise<{ readonly id: string }> {
  const url = `${ingest}/v1/runs?meta.build_name=cliff&meta.project=cliff&meta.build_branch=master`;
  const response = await fetch(url, { method: 'POST', body: readStream('23-cliff-parallel') });
  return (await response.json()) as { readonly id: string };
}
