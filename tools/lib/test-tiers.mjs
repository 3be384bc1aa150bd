import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * @typedef {object} TierResult
 * @property {number} passed
 * @property {number} failed
 * @property {{ name: string, reason: string }[]} skipped
 */

/** One command that counts as one test: it passes or it does not. */
export async function runCheck(command, args) {
  const status = await run(command, args);
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: [] };
}

/** One of the jest tiers; `args` go to jest (paths, -t). */
export async function runJest(tier, args) {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-jest-'));
  const report = join(directory, 'report.json');
  try {
    const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
    const config = join(ROOT, `jest.${tier}.config.js`);
    const status = await run(process.execPath, [jest, '-c', config, '--json', `--outputFile=${report}`, ...args]);
    return readReport(report, status);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readReport(file, status) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    process.stderr.write('jest ended without a report\n');
    return { passed: 0, failed: 1, skipped: [] };
  }
  const skipped = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status))
      .map((test) => ({ name: `${relative(ROOT, name)}: ${test.fullName}`, reason: reasonOf(test.fullName) })),
  );
  // A suite that does not even load has no tests to count, yet it failed; so did a run that ended badly for another reason.
  const brokenSuites = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenSuites;
  return { passed: report.numPassedTests, failed: failed === 0 && status !== 0 ? 1 : failed, skipped };
}

/** Tests that cannot run everywhere say why in their title: `… (skipped: python3-subunit is missing)`. */
function reasonOf(title) {
  return /\((?:skipped|needs): ([^)]*)\)/.exec(title)?.[1] ?? 'no reason given';
}

/** Runs a program at the top of the checkout and gives its exit status; its output goes where ours goes. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    const forward = (signal) => child.kill(signal);
    process.once('SIGINT', forward).once('SIGTERM', forward);
    child.once('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (status) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve(status ?? 1);
    });
  });
}
