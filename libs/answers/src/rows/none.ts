import type { Row } from '../asking/asker';
import { readNumber, readText } from './read-row';

/** Row 1 of every table of names means "none", whatever the question shows for it. */
const NO_NAME = 1;

/** A name of a row, or `null` where its run named none. */
export function readName(row: Row, column: string, keyColumn: string): string | null {
  return readNumber(row, keyColumn) === NO_NAME ? null : readText(row, column);
}

/** The same of a column without a key beside it: nobody calls a branch that. */
export function readNameWithoutKey(row: Row, column: string): string | null {
  const name = readText(row, column);
  return name === '(none)' ? null : name;
}
