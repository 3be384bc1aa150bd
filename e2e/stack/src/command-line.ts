import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Endpoints } from './stack';

const ROOT = resolve(__dirname, '../../..');
const MAIN = join(ROOT, 'dist/apps/cli/main.js');
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Runs the built command to its end and gives its standard output. Fails where it does. */
export async function testmetrics(args: readonly string[]): Promise<string> {
  // Nothing of the person who runs the tests: neither settings nor a configuration file.
  const env = { ...process.env, HOME: '/nonexistent', XDG_CONFIG_HOME: '', TESTMETRICS_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...args], { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** A call in docs/cli.md, and the output that it shows there. */
export interface DocumentedCall {
  readonly args: readonly string[];
  /** The first line of the output that is no range. */
  readonly heading: string;
}

/** The calls of docs/cli.md about questions, with ids of runs that there are in place of those in the document. */
export function documentedCalls(runs: readonly string[]): readonly DocumentedCall[] {
  const document = readFileSync(join(ROOT, 'docs/cli.md'), 'utf8');
  const blocks = [...document.matchAll(/```console\n\$ testmetrics (.*)\n(?:\d{4}-\d\d-\d\d .* to .* UTC\n)?(.*)\n/g)];
  const ids = [...new Set(blocks.flatMap(([, call = '']) => call.match(UUID) ?? []))];
  const replace = (text: string) => text.replace(UUID, (id) => runs[ids.indexOf(id)] ?? id);
  return blocks.map(([, call = '', heading = '']) => ({ args: replace(call).split(' '), heading: replace(heading) }));
}

/** Whether a first line has the columns of the documented one, which a terminal may have left some out of. */
export function hasColumns(line: string, documented: string): boolean {
  const namesOf = (text: string) =>
    text
      .replace(/[\d,]+/g, '#')
      .trim()
      .split(/\s{2,}/);
  const found = namesOf(line);
  return namesOf(documented).every((name) => found.includes(name));
}

/** Options that lead to the service, and to the database behind it. */
export function bothWays(endpoints: Endpoints | null): readonly (readonly string[])[] {
  return [
    ['--url', endpoints?.ingest ?? ''],
    ['--database', endpoints?.database ?? ''],
  ];
}
