import type { Database } from '../connection/database';
import { microsOf, secondsOf } from './split-time';

const KEYS_AT_A_TIME = 20_000;

/** The tests of a run: 12 bytes each. */
export interface TestOrder {
  /** As they stand in the primary key. */
  readonly keys: Float64Array;
  /** Their places there, in the order of their start; those without one first. */
  readonly places: Uint32Array;
}

/**
 * Asked for in pages of the primary key and sorted here, so that no statement has to sort a quarter of a million rows, and
 * none runs while a slow reader is waited for.
 */
export async function readTestOrder(database: Database, runId: number): Promise<TestOrder> {
  const keys: number[] = [];
  const starts: number[] = [];
  for (let after = 0; ;) {
    const rows = await database.session((session) =>
      session.arrays(
        `SELECT test_runs.test_id, ${secondsOf('test_runs.start_time')}, test_runs.start_time_microsecond
           FROM test_runs WHERE test_runs.run_id = ${runId} AND test_runs.test_id > ${after}
          ORDER BY test_runs.test_id LIMIT ${KEYS_AT_A_TIME}`,
      ),
    );
    for (const row of rows) {
      after = Number(row[0]);
      keys.push(after);
      starts.push(microsOf(row[1], row[2]) ?? -Infinity);
    }
    if (rows.length < KEYS_AT_A_TIME) break;
  }
  return { keys: Float64Array.from(keys), places: inOrder(starts) };
}

function inOrder(starts: readonly number[]): Uint32Array {
  const places = Uint32Array.from(starts, (_, place) => place);
  return places.sort((one, other) => compare(starts[one], starts[other]) || one - other);
}

/** Not a difference: that of two infinities is no number. */
function compare(one = 0, other = 0): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
