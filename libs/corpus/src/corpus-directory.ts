import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const DATA = join('libs', 'corpus', 'data');

/**
 * Where the recorded streams lie: `TESTMETRICS_CORPUS_DIR`, else the checkout that holds this file or its bundle.
 *
 * @throws Error where neither is there, with what to set.
 */
export function corpusDirectory(): string {
  const named = process.env['TESTMETRICS_CORPUS_DIR'];
  if (named !== undefined && named !== '') return named;
  for (let directory = __dirname; ; directory = dirname(directory)) {
    const candidate = join(directory, DATA);
    if (existsSync(candidate)) return candidate;
    if (dirname(directory) === directory) break;
  }
  throw new Error(
    `expected ${DATA} above ${__dirname}, found none: set TESTMETRICS_CORPUS_DIR to the corpus directory`,
  );
}
