import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * What tests and benchmarks use beyond Node, and what goes without it.
 *
 * MariaDB is not here: whoever starts it (libs/private-database) also gets it.
 */
const PACKAGES = {
  chromium: { apt: ['chromium'], isThere: () => hasProgram('chromium') || hasProgram('google-chrome') },
  'test-runners': {
    apt: ['python3-stestr', 'testrepository', 'python3-subunit', 'curl'],
    isThere: () => ['stestr', 'testr', 'curl'].every(hasProgram) && hasPythonModule('subunit'),
  },
  'python-subunit': { apt: ['python3-subunit', 'python3-testtools'], isThere: () => hasPythonModule('subunit') },
};

/**
 * Installs with apt-get what is missing, where this process may; else leaves it and says what that means.
 *
 * @param {readonly (keyof typeof PACKAGES)[]} names
 * @returns {string[]} the names that are still missing
 */
export function ensureSystemPackages(names) {
  const missing = names.filter((name) => !PACKAGES[name].isThere());
  if (missing.length === 0) return [];
  const wanted = missing.flatMap((name) => PACKAGES[name].apt);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(`missing: ${missing.join(', ')} (sudo apt-get install ${wanted.join(' ')})\n`);
    return missing;
  }
  process.stderr.write(`installing ${wanted.join(', ')} with apt-get\n`);
  aptGet(['update', '-qq']);
  for (const name of missing) aptGet(['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES[name].apt]);
  return missing.filter((name) => !PACKAGES[name].isThere());
}

function aptGet(args) {
  const result = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) process.stderr.write(`apt-get ${args.join(' ')} failed:\n${result.stderr.slice(-1000)}\n`);
}

function hasProgram(name) {
  return (process.env.PATH ?? '').split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasPythonModule(name) {
  return spawnSync('python3', ['-c', `import ${name}`], { stdio: 'ignore' }).status === 0;
}
