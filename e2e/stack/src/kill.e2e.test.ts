import { existsSync } from 'node:fs';
import { readStream } from '@testmetrics/corpus';
import { cleanUp, endpointsFile, endpointsOf, killAll, makeDataDirectory, processesOf, startStack } from './stack';

describe('npm start, when something is killed', () => {
  // One directory for all tests: each start after the first one also proves that the death before it did no harm.
  const data = makeDataDirectory();
  afterEach(() => killAll(data));
  afterAll(() => cleanUp(data));

  it.each([
    ['ingest service', /apps\/ingest\/main\.js/],
    ['preview', /apps\/preview\/main\.js/],
    ['database', /mariadbd/],
  ])('should report the death of the %s and stop everything else', async (name, command) => {
    const stack = startStack({ dataDirectory: data });
    await endpointsOf(stack, data);
    const victims = processesOf(data).filter((process) => command.test(process.command));
    expect(victims).toHaveLength(1);
    process.kill(victims[0]!.pid, 'SIGKILL');
    expect((await stack.exited).status).toBe(1);
    expect(stack.output()).toContain(`The ${name} ended (SIGKILL)`);
    expect(existsSync(endpointsFile(data))).toBe(false);
    expect(processesOf(data)).toEqual([]);
  });

  it('should take over what a killed launcher left behind, with every acknowledged run', async () => {
    const first = startStack({ dataDirectory: data });
    const { ingest } = await endpointsOf(first, data);
    const url = `/v1/runs?meta.build_name=log`;
    const stored = await fetch(`${ingest}${url}`, { method: 'POST', body: readStream('08-oslo-log-parallel') });
    expect(stored.status).toBe(201);
    first.child.kill('SIGKILL');
    await first.exited;
    expect(processesOf(data).length).toBeGreaterThanOrEqual(3);

    const second = startStack({ dataDirectory: data });
    const again = await endpointsOf(second, data);
    expect(second.output()).toContain('left behind');
    const list = (await (await fetch(`${again.ingest}/v1/runs`)).json()) as { readonly items: readonly unknown[] };
    expect(list.items).toHaveLength(1);
    second.child.kill('SIGTERM');
    expect((await second.exited).status).toBe(0);
    expect(processesOf(data)).toEqual([]);
  });
});
