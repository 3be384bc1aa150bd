import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The Grafana versions of which pages are made: the oldest and the newest that the plugin is for. */
export const GRAFANA_VERSIONS = ['10.1', '13.2'] as const;

export type GrafanaVersion = (typeof GRAFANA_VERSIONS)[number];

/** A version's libraries, or why they are not here. */
export type Libraries = { readonly directory: string } | { readonly missing: string };

const PROJECT = resolve(__dirname, '..');

/** Below `tmp`, which tools that crawl the sources leave alone. */
const INSTALLED = resolve(PROJECT, '../../tmp/plugin-hosts');

const INSTALL_TIMEOUT_MS = 600_000;

/**
 * A Grafana version's libraries from npm, installed at the first call and kept until their lock file changes.
 *
 * They are no workspaces: two versions of the same packages cannot share one node_modules. Waits for the installation,
 * since jest wants to know which tests there are before it runs any.
 */
export function findLibraries(version: GrafanaVersion, log: (line: string) => void): Libraries {
  const source = join(PROJECT, `grafana-${version}`);
  const directory = join(INSTALLED, `grafana-${version}`);
  const lock = readFileSync(join(source, 'package-lock.json'), 'utf8');
  const mark = join(directory, 'installed.lock');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return { directory };
  log(`installing the libraries of Grafana ${version} into ${directory}`);
  try {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(source, name), join(directory, name));
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'];
    execFileSync('npm', args, { cwd: directory, stdio: 'pipe', timeout: INSTALL_TIMEOUT_MS });
    writeFileSync(mark, lock);
    return { directory };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    return { missing: `the libraries of Grafana ${version} could not be installed from npm: ${firstLine(error)}` };
  }
}

function firstLine(error: unknown): string {
  const { stderr } = error as { readonly stderr?: Buffer };
  const text = stderr === undefined || stderr.length === 0 ? String(error) : stderr.toString();
  return text.split('\n')[0] ?? '';
}
