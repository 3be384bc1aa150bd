import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { AppError } from '@testmetrics/runtime';

/** A Grafana installation: what to call, and where its own files are. */
export interface GrafanaInstallation {
  readonly command: string;
  /** Comes before the server's flags: `server` for the `grafana` program, nothing for the older `grafana-server`. */
  readonly args: readonly string[];
  readonly home: string;
}

/** Where Debian's and Red Hat's packages put what belongs to the program on the PATH. */
const PACKAGED_HOME = '/usr/share/grafana';

/**
 * The Grafana to run: the one that was named, else one on the PATH, else `null`.
 *
 * @throws AppError where one was named and is not there
 */
export function findGrafana(named: string | null, path: string): GrafanaInstallation | null {
  if (named !== null) {
    const found = installationIn(named);
    if (found !== null) return found;
    throw new AppError('grafana_not_found', 'GRAFANA_HOME is not a Grafana installation.', {
      expected: 'a directory with bin/grafana and conf/defaults.ini',
      found: named,
      action: 'correct GRAFANA_HOME, or unset it to see the dashboards in the preview',
    });
  }
  for (const directory of path.split(delimiter).filter((part) => part !== '')) {
    const found = onPath(directory);
    if (found !== null) return found;
  }
  return null;
}

function installationIn(home: string): GrafanaInstallation | null {
  if (!hasDefaults(home)) return null;
  return program(join(home, 'bin'), home);
}

function onPath(directory: string): GrafanaInstallation | null {
  const found = program(directory, PACKAGED_HOME);
  if (found === null) return null;
  const unpacked = dirname(dirname(realpathSync(found.command)));
  const home = [unpacked, PACKAGED_HOME].find(hasDefaults);
  return home === undefined ? null : { ...found, home };
}

function program(directory: string, home: string): GrafanaInstallation | null {
  const current = join(directory, 'grafana');
  if (isExecutable(current)) return { command: current, args: ['server'], home };
  const older = join(directory, 'grafana-server');
  return isExecutable(older) ? { command: older, args: [], home } : null;
}

function hasDefaults(home: string): boolean {
  return existsSync(join(home, 'conf/defaults.ini'));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
