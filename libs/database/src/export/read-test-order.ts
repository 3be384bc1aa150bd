import type { Database } from '../connection/database';

const KEYS_AT_A_TIME = 20_000;

/**
 * The keys of a run's tests in the order of their start, those without one first: 16 bytes a test.
 *
 * Asked for in pages of the primary key and sorted here, so that no statement has to sort a quarter of a million rows, and
 * none runs while a slow reader is waited for.
 */
export async function readTestOrder(database: Database, runId: number): Promise<Float64Array> {
  const keys: number[] = [];
  const starts: number[] = [];
  for (let after = 0; ;) {
    const rows = await database.session((session) =>
      session.arrays(
        `SELECT test_runs.test_id,
                TIMESTAMPDIFF(MICROSECOND, '1970-01-01', test_runs.start_time) + COALESCE(test_runs.start_time_microsecond, 0)
           FROM test_runs WHERE test_runs.run_id = ${runId} AND test_runs.test_id > ${after}
          ORDER BY test_runs.test_id LIMIT ${KEYS_AT_A_TIME}`,
      ),
    );
    for (const [key, start] of rows) {
      after = Number(key);
      keys.push(after);
      starts.push(start === null ? -Infinity : Number(start));
    }
    if (rows.length < KEYS_AT_A_TIME) break;
  }
  return inOrder(keys, starts);
}

function inOrder(keys: readonly number[], starts: readonly number[]): Float64Array {
  const positions = Uint32Array.from(keys, (_, position) => position);
  positions.sort((one, other) => compare(starts[one], starts[other]) || one - other);
  return Float64Array.from(positions, (position) => keys[position] ?? 0);
}

/** Not a difference: that of two infinities is no number. */
function compare(one = 0, other = 0): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
