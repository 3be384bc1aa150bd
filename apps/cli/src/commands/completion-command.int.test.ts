import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run';
import { FakeService } from '../testing/fake-service';
import { fakeTerminal } from '../testing/fake-terminal';
import { COMMANDS } from './commands';

let directory: string;
let script: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'completion-test-'));
  script = await printed(['completion', 'bash']);
  writeFileSync(join(directory, 'script.bash'), script);
  // Stands for the command where the script asks it for jobs.
  const jobs = 'tempest-full\\ntempest-slow\\nunit tests (py3)\\n';
  writeFileSync(join(directory, 'testmetrics'), `#!/bin/sh\n[ "$*" = "completion jobs" ] && printf '${jobs}'\n`, {
    mode: 0o755,
  });
  writeFileSync(join(directory, 'some run.subunit'), '');
});
afterAll(() => rmSync(directory, { recursive: true }));

async function printed(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const terminal = fakeTerminal({ env });
  expect(await run(args, { terminal, version: '0', commands: COMMANDS })).toBe(0);
  return terminal.printed();
}

/** What a real bash offers for the last word of a line. */
function offered(...words: readonly string[]): string[] {
  const all = [join(directory, 'testmetrics'), ...words];
  const program = `
    source "${directory}/script.bash"
    COMP_WORDS=("$@"); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    _testmetrics; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const output = execFileSync('bash', ['--norc', '-c', program, 'bash', ...all], { cwd: directory, encoding: 'utf8' });
  return output.split('\n').filter((line) => line !== '');
}

describe('testmetrics completion bash', () => {
  it('should offer every command', () => {
    expect(offered('').sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
    expect(offered('db', '')).toContain('prune');
    expect(offered('db', 'st')).toEqual(['status']);
  });

  it('should offer every option of every command', () => {
    for (const entry of COMMANDS) {
      const commands = 'commands' in entry ? entry.commands : [entry];
      const group = 'commands' in entry ? [entry.name] : [];
      for (const { name, flags } of commands) {
        const long = flags.flatMap((flag) => /--[\w-]+/.exec(flag.flags) ?? []);
        expect(offered(...group, name, '--')).toEqual(expect.arrayContaining([...long, '--help']));
      }
    }
  }, 60_000);

  it.each([
    [
      ['graph', ''],
      [
        'failures',
        'run_time',
        'agg_count',
        'dailycount',
        'run_failure_rate',
        'run_time_meta',
        'test_run_time',
        'ci_time',
      ],
    ],
    [
      ['graph', '-o', 'x.svg', 'run_t'],
      ['run_time', 'run_time_meta'],
    ],
    [['graph', 'failures', 'fa'], []],
    [
      ['export', '--format', 'j'],
      ['junit', 'json'],
    ],
    [['export', '--format', '=', 'ju'], ['junit']],
    [
      ['timing', '--statistic', 'me'],
      ['median', 'mean'],
    ],
    [
      ['failing', '--job', 'tempest-'],
      ['tempest-full', 'tempest-slow'],
    ],
    [['failing', '-j', 'unit'], ['unit\\ tests\\ \\(py3\\)']],
    [['failing', '--since', ''], []],
    [['upload', '--url', 'http://x', 'some'], ['some run.subunit']],
    [['graph', 'ci_time', '--output', 'some'], ['some run.subunit']],
    [['--config-file', 'x', 'inspect', '--f'], ['--format']],
    [['no-such-command', ''], []],
  ])('should offer behind %j: %j', (words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

describe('testmetrics completion', () => {
  it('should give names of jobs, by name', async () => {
    const items = ['b', 'a b', 'two\nlines', null].map((job) => ({ job }));
    const service = await FakeService.start([{ status: 200, body: { items, next: null } }]);
    expect(await printed(['completion', 'jobs'], { TESTMETRICS_URL: service.url })).toBe('a b\nb\n');
    await service.stop();
  });

  it.each(['bash', 'zsh', 'fish'])('should print a script that %s reads', async (shell) => {
    const file = join(directory, `script.${shell}`);
    writeFileSync(file, await printed(['completion', shell]));
    const { error, status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    // Where the shell is not installed there is nobody to read it.
    if (error !== undefined) return expect(shell).not.toBe('bash');
    expect([status, stderr]).toEqual([0, '']);
  });

  it('should refuse other shells', async () => {
    const terminal = fakeTerminal();
    expect(await run(['completion', 'tcsh'], { terminal, version: '0', commands: COMMANDS })).toBe(2);
    expect(terminal.said.join()).toContain('expected one of bash, zsh, fish');
  });
});
