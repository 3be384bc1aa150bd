import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../run';
import { FakeService } from '../testing/fake-service';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

const EMPTY = { status: 200, body: { items: [], next: null } };

let home: string;
let service: FakeService;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'config-test-'));
  service = await FakeService.start([EMPTY]);
});
afterEach(async () => {
  await service.stop();
  await rm(home, { recursive: true });
});

async function write(name: string, text: string): Promise<string> {
  const file = join(home, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

async function testmetrics(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const terminal = fakeTerminal({ env: { HOME: home, ...env } });
  const status = await run(args, { terminal, version: '0', commands: COMMANDS });
  return { status, said: terminal.said.join('\n'), asked: service.seen.map(({ url }) => url.search) };
}

describe('the configuration file', () => {
  it('should lose against the environment, and the environment against the command line', async () => {
    await write('.config/testmetrics/config.ini', `url = http://127.0.0.1:1\n[failing]\nlimit = 3\njob = unit\n`);
    const env = { TESTMETRICS_URL: service.url };
    const { status, asked } = await testmetrics(['failing', '--limit', '4', '--json'], env);
    expect([status, asked]).toEqual([0, ['?job=unit&limit=4']]);
    const flag = await testmetrics(['failing', '--url', 'http://127.0.0.1:2'], env);
    expect([flag.status, flag.said]).toEqual([1, expect.stringContaining('no connection to http://127.0.0.1:2')]);
  });

  it('should be the one that --config-file names, before or behind the command, the last one first', async () => {
    await write('.config/testmetrics/config.ini', 'limit = broken\n');
    const first = await write('1.ini', `url = ${service.url}\nlimit = 3\n`);
    const second = await write('2.ini', '[DEFAULT]\nlimit = 5\n');
    const { asked } = await testmetrics(['--config-file', first, 'failing', '--config-file', second, '--json']);
    expect(asked).toEqual(['?limit=5']);
  });

  it('should be whatever lies in --config-dir, by name', async () => {
    await write('d/20.conf', 'limit = 7\n');
    await write('d/10.ini', `url = ${service.url}\nlimit = 6\n`);
    await write('d/readme.txt', 'nonsense');
    expect((await testmetrics(['failing', '--config-dir', join(home, 'd'), '--json'])).asked).toEqual(['?limit=7']);
  });

  it('should lie where XDG_CONFIG_HOME says', async () => {
    await write('xdg/testmetrics/config.ini', `url = ${service.url}\nlimit = 8\n`);
    const { asked } = await testmetrics(['failing', '--json'], { XDG_CONFIG_HOME: join(home, 'xdg') });
    expect(asked).toEqual(['?limit=8']);
  });

  it('should be named where one of its values is wrong', async () => {
    const file = await write('1.ini', '[failing]\nlimit = 0\n');
    const { status, said } = await testmetrics(['failing', '--config-file', file]);
    expect(status).toBe(2);
    expect(said).toContain('--limit: expected at least 1, found "0"');
    expect(said).toContain(`--limit from ${file}: [failing] limit`);
  });

  it.each([
    ['[failing]\nlimitt = 3', 'did you mean limit?'],
    ['json = perhaps', 'expected true or false'],
  ])('should be refused where it says %j', async (text, message) => {
    const file = await write('1.ini', text);
    const { status, said, asked } = await testmetrics(['failing', '--config-file', file]);
    expect([status, asked]).toEqual([2, []]);
    expect(said).toContain(message);
  });

  it('should be there where an option names it', async () => {
    const { status, said } = await testmetrics(['failing', '--config-file', join(home, 'nope')]);
    expect([status, said]).toEqual([2, expect.stringContaining('there is no such file')]);
    const directory = await testmetrics(['failing', '--config-dir', join(home, 'nope')]);
    expect([directory.status, directory.said]).toEqual([2, expect.stringContaining('--config-dir: cannot read')]);
  });
});
