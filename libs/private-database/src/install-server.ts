import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findServer, type ServerPrograms } from './find-server';
import { PrivateDatabaseError } from './private-database-error';

const PACKAGES = ['mariadb-server-core', 'mariadb-client-core'];

/** MariaDB's programs; installed with apt where they are missing and this process may do so. */
export function ensureServer(log: (line: string) => void = () => {}): ServerPrograms {
  const found = findServer();
  if (found !== null) return found;
  if (!mayInstall()) throw new PrivateDatabaseError('server_not_found', howToGetServer());
  log(`MariaDB is missing: installing ${PACKAGES.join(', ')} with apt-get`);
  aptGet(['update', '-qq']);
  aptGet(['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES]);
  const installed = findServer();
  if (installed === null) {
    throw new PrivateDatabaseError(
      'install_failed',
      `apt-get installed ${PACKAGES.join(', ')}, but mariadbd is not there.`,
    );
  }
  return installed;
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function howToGetServer(): string {
  return [
    'No MariaDB server was found (looked for mariadbd and mariadb-install-db on PATH and in /usr/sbin).',
    `On Debian and Ubuntu:  sudo apt-get install --no-install-recommends ${PACKAGES.join(' ')}`,
    'On macOS:              brew install mariadb',
    'Or use a database of your own (MySQL 8.0+, MariaDB 10.6+):  DATABASE_URL=mysql://user:password@host:3306/database',
  ].join('\n');
}

function aptGet(args: readonly string[]): void {
  const result = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status === 0) return;
  const words = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim();
  throw new PrivateDatabaseError(
    'install_failed',
    `apt-get ${args.join(' ')} failed:\n${words.slice(-2000)}\n\n${howToGetServer()}`,
  );
}
