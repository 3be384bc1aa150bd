import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awaitHttp } from './await-http';
import { openProcessRecord, stopLeftovers } from './process-record';
import { startService, type ServiceProcess } from './service-process';

describe('startService()', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'tm-service-'))));
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const node = (script: string, stopTimeoutMs = 5_000): Promise<ServiceProcess> =>
    startService({
      name: 'thing',
      command: process.execPath,
      args: ['-e', script],
      env: process.env,
      logFile: join(directory, 'logs/thing.log'),
      stopTimeoutMs,
    });

  it('should keep the output in a log and the last lines at hand', async () => {
    const service = await node('for (let i = 1; i <= 30; i++) console.log("line " + i)');
    await service.exited;
    expect(service.lastLines()).toHaveLength(20);
    expect(service.lastLines().at(-1)).toBe('line 30');
    expect(readFileSync(service.logFile, 'utf8')).toContain('line 1\n');
  });

  it('should let a service end in its own way', async () => {
    const service = await node(
      'process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1000); console.log("up")',
    );
    await waitForLine(service, 'up');
    await service.stop();
    expect(await service.exited).toEqual({ status: 7, signal: null });
  });

  it('should kill a service that does not end', async () => {
    const service = await node('process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")', 100);
    await waitForLine(service, 'up');
    await service.stop();
    expect(await service.exited).toEqual({ status: null, signal: 'SIGKILL' });
  });

  it('should say what cannot be started', async () => {
    const start = startService({
      name: 'thing',
      command: '/nowhere/x',
      args: [],
      env: {},
      logFile: join(directory, 'x.log'),
    });
    await expect(start).rejects.toThrow(/thing cannot be started.*\/nowhere\/x/);
  });

  it('should report a service that dies before it is ready with its last words', async () => {
    const service = await node('console.error("no such table"); process.exit(1)');
    const ready = awaitHttp('http://127.0.0.1:1/', service, { signal: new AbortController().signal });
    await expect(ready).rejects.toThrow(/thing ended before it was ready[^]*no such table/);
  });

  it('should stop what a killed launcher left behind, and nothing else', async () => {
    const record = join(directory, 'processes.json');
    const [left, other] = await Promise.all([node('setInterval(() => {}, 1000)'), node('setInterval(() => {}, 1000)')]);
    openProcessRecord(record).add(left.pid);
    expect(await stopLeftovers(record)).toBe(1);
    expect((await left.exited).signal).toBe('SIGTERM');
    expect(() => process.kill(other.pid, 0)).not.toThrow();
    expect(await stopLeftovers(record)).toBe(0);
    await other.stop();
  });
});

async function waitForLine(service: ServiceProcess, line: string): Promise<void> {
  while (!service.lastLines().includes(line)) await new Promise((resolve) => setTimeout(resolve, 10));
}
