import { nearNames, splitAttributes } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';
import type { Question } from '@testmetrics/questions';
import type { Asker, Range, Row } from '../asking/asker';
import { readText } from '../rows/read-row';

/** So many names are compared with one that is not found. */
const COMPARED = 300;

/**
 * The row of `testSummary` for a test that is named by its name, by its number in the database, or by an id as a runner
 * lists it, whose attributes in brackets are cut off. A name wins over a number.
 *
 * @throws {AppError} 404 with the names that may have been meant
 */
export async function findTest(asker: Asker, wanted: string, range: Range): Promise<Row> {
  for (const choice of choicesOf(wanted)) {
    const [row] = await asker.ask({ kind: 'testSummary', ...choice }, range);
    if (row !== undefined) return row;
  }
  throw testNotFound(wanted, await namesLike(asker, wanted, range));
}

function choicesOf(wanted: string): readonly Pick<Question, 'tests' | 'testKeys'>[] {
  const name = splitAttributes(wanted)?.name;
  const number = /^[1-9]\d{0,15}$/.test(wanted) ? Number(wanted) : null;
  return [
    { tests: [wanted] },
    ...(number !== null && Number.isSafeInteger(number) ? [{ testKeys: [number] }] : []),
    ...(name === undefined ? [] : [{ tests: [name] }]),
  ];
}

/** Names of the same package, else of the one above, and so on. */
async function namesLike(asker: Asker, wanted: string, range: Range): Promise<readonly string[]> {
  let prefix = wanted;
  while (prefix !== '') {
    prefix = prefix.slice(0, Math.max(0, prefix.slice(0, -1).lastIndexOf('.') + 1));
    const rows = await asker.complete({ of: 'tests', prefix, limit: COMPARED }, range);
    if (rows.length > 0) return rows.map((row) => readText(row, '__value'));
  }
  return [];
}

function testNotFound(wanted: string, names: readonly string[]): AppError {
  const suggestions = nearNames(wanted, names);
  return new AppError('test_not_found', 'There is no test of this name.', {
    status: 404,
    expected: 'the name of a test, percent-encoded, or its number',
    found: JSON.stringify(wanted.length > 200 ? `${wanted.slice(0, 199)}…` : wanted),
    action: suggestions.length > 0 ? `write ${JSON.stringify(suggestions[0])}` : 'look for it with /v1/tests?search=',
    suggestions,
  });
}
