import { readFileSync } from 'node:fs';
import { readEndpoints } from '../endpoints';
import { CommandError } from '../errors';

/**
 * The database to work on: the option, else the variable, else the private database of a running `npm start`.
 *
 * @throws {CommandError} where there is none of them
 */
export function findDatabaseUrl(option: string | undefined, env: NodeJS.ProcessEnv): string {
  const url = option ?? fromEnvironment(env) ?? readEndpoints(env)?.database;
  if (url !== undefined) return url;
  throw new CommandError(
    'expected a database, found none\n' +
      '  what to do: give --database or DATABASE_URL (mysql://user:password@host:port/database), or run `npm start`, which brings its own',
  );
}

function fromEnvironment(env: NodeJS.ProcessEnv): string | undefined {
  const file = env['DATABASE_URL_FILE'];
  if (file === undefined || file === '') return env['DATABASE_URL'] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new CommandError(`DATABASE_URL_FILE: cannot read ${file}`, { cause: error });
  }
}
