import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFileError, isError, isNodeError, UsageError } from '../errors';
import { parseConfig } from './config-file';
import type { ConfigFile } from './config-file';

/** Files that options name. */
export interface NamedConfig {
  readonly configFile?: readonly string[];
  readonly configDir?: string;
}

/**
 * The configuration files that count, the weakest first: those that options name, else those of the machine and of the user.
 *
 * @throws {UsageError} where one cannot be read; that there is none of the machine or the user is no mistake
 */
export async function findConfig(named: NamedConfig, env: NodeJS.ProcessEnv): Promise<readonly ConfigFile[]> {
  const { configFile = [], configDir } = named;
  const fromDirectory = configDir === undefined ? [] : await filesIn(configDir);
  const files = [...configFile, ...fromDirectory];
  if (configFile.length > 0 || configDir !== undefined) return Promise.all(files.map(read));
  const found = await Promise.all(defaultFiles(env).map((file) => read(file).catch(unlessMissing)));
  return found.filter((file) => file !== null);
}

/** Where files are looked for when no option names one. */
export function defaultFiles(env: NodeJS.ProcessEnv): readonly string[] {
  const home = env['HOME'] ? join(env['HOME'], '.config') : undefined;
  const user = env['XDG_CONFIG_HOME'] || home;
  return ['/etc/testmetrics/config.ini', ...(user === undefined ? [] : [join(user, 'testmetrics/config.ini')])];
}

async function filesIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory).catch((error: unknown) => {
    throw new UsageError(`--config-dir: cannot read ${directory} (${isError(error) ? error.message : String(error)})`);
  });
  return names
    .filter((name) => /\.(conf|ini)$/.test(name))
    .sort()
    .map((name) => join(directory, name));
}

async function read(file: string): Promise<ConfigFile> {
  try {
    return parseConfig(await readFile(file, 'utf8'), file);
  } catch (error) {
    const explained = explainFileError(file, error);
    const message = isError(explained) ? explained.message : String(explained);
    throw new UsageError(`the configuration cannot be used: ${message}`, { cause: error });
  }
}

function unlessMissing(error: unknown): null {
  const cause = isError(error) ? error.cause : undefined;
  if (isNodeError(cause) && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')) return null;
  throw error;
}
