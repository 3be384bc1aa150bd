import { readEndpoints } from './endpoints';
import { CommandError } from './errors';
import { isHttpUrl } from './http-url';
import type { Terminal } from './terminal/terminal';

export const DEFAULT_URL = 'http://127.0.0.1:8080';

/** What the help says of `--url`. */
export const URL_FLAG = {
  flags: '--url <url>',
  describe: `the ingest service (default: TESTMETRICS_URL, else a running \`npm start\`, else ${DEFAULT_URL})`,
} as const;

/**
 * The service where no option names one.
 *
 * @throws {CommandError} where TESTMETRICS_URL is none
 */
export function defaultUrl({ env }: Terminal): string {
  const url = env['TESTMETRICS_URL'];
  if (url === undefined || url === '') return readEndpoints(env)?.ingest ?? DEFAULT_URL;
  if (isHttpUrl(url)) return url;
  throw new CommandError(
    `TESTMETRICS_URL: expected a URL that starts with http:// or https://, found ${JSON.stringify(url)}`,
  );
}
