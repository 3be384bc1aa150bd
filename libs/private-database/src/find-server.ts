import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The two programs of a MariaDB server. */
export interface ServerPrograms {
  readonly server: string;
  readonly install: string;
}

/** Debian keeps the server in /usr/sbin, which is not on the PATH of ordinary users; Homebrew has its own places. */
const USUAL_DIRECTORIES = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Where the programs of MariaDB are, or `null` where one of them is missing. */
export function findServer(path: string = process.env['PATH'] ?? ''): ServerPrograms | null {
  const directories = [...path.split(delimiter).filter((directory) => directory !== ''), ...USUAL_DIRECTORIES];
  const server = findProgram('mariadbd', directories);
  const install = findProgram('mariadb-install-db', directories);
  return server === null || install === null ? null : { server, install };
}

function findProgram(name: string, directories: readonly string[]): string | null {
  return directories.map((directory) => join(directory, name)).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
