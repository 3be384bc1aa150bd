import { resolve } from 'node:path';
import { benchDirectory } from '../bench-directory';

export interface PanelOptions {
  /** Sizes of the databases, in test runs; more than one are compared. */
  readonly rows: readonly number[];
  /** Where the databases stay for the next time. */
  readonly keep: string;
  readonly repetitions: number;
  /** Only panels whose dashboard and title contain this. */
  readonly only: string | null;
  /** Prints the plan of every slow panel. */
  readonly explain: boolean;
}

const USAGE = 'npm run bench -- panels [--rows N[,N]] [--keep DIR] [--repetitions N] [--only TEXT] [--explain]';

/** Reads the words behind `npm run bench -- panels`. */
export function readOptions(words: readonly string[]): PanelOptions {
  const values = new Map<string, string>();
  let explain = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--explain') explain = true;
    else if (['--rows', '--keep', '--repetitions', '--only'].includes(word)) values.set(word, words[++index] ?? '');
    else throw new Error(`Expected ${USAGE}, found ${JSON.stringify(word)}.`);
  }
  return {
    rows: (values.get('--rows') ?? '3000000').split(',').map((text) => wholeNumber('--rows', text, 1000)),
    keep: resolve(values.get('--keep') ?? `${benchDirectory()}/panels`),
    repetitions: wholeNumber('--repetitions', values.get('--repetitions') ?? '9', 3),
    only: values.get('--only') ?? null,
    explain,
  };
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Error(`${name}: expected whole numbers from ${least}, found ${JSON.stringify(text)}. ${USAGE}`);
}
