import type { Asker, Range, Row } from '../asking/asker';
import { readNumber, readText } from '../rows/read-row';
import { findTest } from '../tests/find-test';

export interface FoundTest {
  readonly id: number;
  readonly test: string;
}

/**
 * Tests by what people call them, in the order in which they are named; see `findTest`.
 *
 * @throws {AppError} 404 with suggestions for the first that is unknown
 */
export async function findTests(asker: Asker, wanted: readonly string[], range: Range): Promise<readonly FoundTest[]> {
  // Most are named in full, and then one question finds them all.
  const rows = await asker.ask({ kind: 'testSummary', tests: wanted, limit: 100 }, range);
  const byName = new Map(rows.map((row) => [readText(row, 'Test'), toFound(row)]));
  const found = new Map<number, FoundTest>();
  for (const name of wanted) {
    const test = byName.get(name) ?? toFound(await findTest(asker, name, range));
    found.set(test.id, test);
  }
  return [...found.values()];
}

function toFound(row: Row): FoundTest {
  return { id: readNumber(row, 'test_key'), test: readText(row, 'Test') };
}
