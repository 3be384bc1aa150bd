import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Runs `npm ci` where node_modules is absent or is not what package-lock.json says. */
export function ensureDependencies() {
  if (areInstalled()) return;
  process.stderr.write('installing npm packages (npm ci); this takes a minute or two the first time\n');
  const lock = takeLock();
  try {
    if (areInstalled()) return;
    const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: ROOT,
      // Standard output belongs to the command that was asked for.
      stdio: ['ignore', 2, 2],
    });
    if (result.status !== 0) {
      process.stderr.write(`npm ci failed${result.error ? `: ${result.error.message}` : ''}; see its words above.\n`);
      process.exit(1);
    }
  } finally {
    lock.release();
  }
}

/**
 * Compares npm's own record of what it installed with the lock file.
 *
 * By content, not by time: a checkout of another branch touches files without changing what they ask for.
 */
function areInstalled() {
  const wanted = readPackages(join(ROOT, 'package-lock.json'));
  const installed = readPackages(join(ROOT, 'node_modules/.package-lock.json'));
  if (wanted === null || installed === null) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    // What is meant for other systems is not installed on this one.
    if (entry.optional || entry.devOptional || entry.peer) return true;
    const found = installed[path];
    return found !== undefined && (entry.link === true || found.version === entry.version);
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Two commands started at once must not both install: the second waits for the first. */
function takeLock() {
  const file = join(ROOT, '.npm-ci.lock');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale(file)) rmSync(file, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
}

function isStale(file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH' || error instanceof TypeError;
  }
}
