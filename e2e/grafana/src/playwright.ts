import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { specResults, type SpecResult } from './spec-report';

const CONFIG = resolve(__dirname, '../playwright.config.ts');
const CLI = require.resolve('@playwright/test/cli');

/** Runs the specs, or only lists them; what the program says besides its report goes where ours goes. */
export function runPlaywright(args: readonly string[], env: Readonly<Record<string, string>>): readonly SpecResult[] {
  // The sign-in and what failing specs leave behind go to the working directory: not into the checkout.
  const directory = mkdtempSync(join(tmpdir(), 'tm-playwright-'));
  const report = join(directory, 'report.json');
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [CLI, 'test', '--config', CONFIG, '--project', 'grafana', '--reporter', 'json', ...args],
      {
        cwd: directory,
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
        env: {
          ...process.env,
          GRAFANA_E2E_OUTPUT: join(directory, 'results'),
          ...env,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          // Of jest: Playwright would take itself for a part of it.
          JEST_WORKER_ID: '',
        },
      },
    );
    return withAuth(readReport(report, `Playwright ended with ${status} and without a report\n${stderr}`));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function readReport(file: string, otherwise: string): readonly SpecResult[] {
  try {
    return specResults(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(otherwise, { cause: error });
  }
}

/** Signing in is no spec of ours, unless it failed: then it is the reason why all others did not run. */
function withAuth(results: readonly SpecResult[]): readonly SpecResult[] {
  return results.filter(({ file, outcome }) => !file.endsWith('auth.setup.js') || outcome === 'failed');
}
