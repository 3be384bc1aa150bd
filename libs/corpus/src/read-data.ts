import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { corpusDirectory } from './corpus-directory';

/** The bytes of a corpus file as they were recorded (a recorded gzip stays gzip). */
export function readBytes(file: string): Uint8Array {
  return readFileSync(join(corpusDirectory(), file));
}

/** The text of an expectation, which is kept compressed where it is long. */
export function readText(file: string): string {
  const path = join(corpusDirectory(), file);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  return gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
}

/** A file of one JSON value a line. */
export function readJsonLines<T>(file: string): T[] {
  return readText(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

export function readJson<T>(file: string): T {
  return JSON.parse(readText(file)) as T;
}
