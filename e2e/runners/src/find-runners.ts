import { spawnSync } from 'node:child_process';

/** Debian's own, whatever else is on the path. */
export const RUNNER_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `/usr/bin:/bin:${process.env['PATH'] ?? ''}`,
  PYTHON: '/usr/bin/python3',
  PYTHONDONTWRITEBYTECODE: '1',
};

const NEEDED = ['stestr', 'testr', 'curl', 'tar'] as const;

/** What is missing, in words; `null` = nothing. */
export function missingRunners(): string | null {
  const has = (program: string, args: readonly string[]) =>
    spawnSync(program, args, { env: RUNNER_ENVIRONMENT, stdio: 'ignore' }).status === 0;
  const missing: string[] = NEEDED.filter((name) => !has(name, ['--version']) && !has(name, ['--help']));
  if (!has('python3', ['-c', 'import subunit, testtools'])) missing.push('python3-subunit');
  if (missing.length === 0) return null;
  return `${missing.join(', ')}: apt-get install python3-stestr testrepository python3-subunit curl`;
}
