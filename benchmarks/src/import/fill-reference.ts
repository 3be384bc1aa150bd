import type { Connection, RowDataPacket } from 'mysql2/promise';

export const REFERENCE_TABLE_NAMES = [
  ...['tests', 'runs', 'test_runs', 'run_metadata', 'test_metadata', 'test_run_metadata', 'attachments'],
] as const;

export interface ReferenceSize {
  readonly runs: number;
  readonly testRuns: number;
  readonly metadata: number;
}

const TESTS = 2_000;
const TESTS_PER_RUN = 1_000;
const RUNS_PER_DAY = 20;
const ROWS_AT_A_TIME = 500;

/** A history as the reference would have stored it: every run has half of the tests, each with attributes and the tag of its worker. */
export async function fillReference(connection: Connection, rows: number): Promise<ReferenceSize> {
  const runs = Math.max(1, Math.round(rows / TESTS_PER_RUN));
  await insert(connection, 'tests (id, test_id, run_count, success, failure, run_time)', TESTS, (index) => {
    const name = `tempest.api.compute.servers.test_server_actions_${index % 40}.ServerActionsTestJSON.test_action_${index}`;
    return `(${index + 1},'${name}',${runs},${runs},0,${(index % 97) / 10})`;
  });
  await insert(connection, 'runs (id, uuid, skips, fails, passes, run_time, artifacts, run_at)', runs, (index) => {
    const uuid = `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`;
    const at = new Date(Date.UTC(2018, 0, 1) + (index * 86_400_000) / RUNS_PER_DAY).toISOString().slice(0, 19);
    return `(${index + 1},'${uuid}',50,20,930,4000,'http://logs/${index}','${at.replace('T', ' ')}')`;
  });
  await insert(connection, 'run_metadata (run_id, `key`, value)', runs, (index) => {
    const pairs = {
      build_name: `job-${index % 8}`,
      project: `project-${index % 3}`,
      build_branch: 'master',
      node_provider: `cloud-${index % 5}`,
    };
    return Object.entries(pairs)
      .map(([key, value]) => `(${index + 1},'${key}','${value}')`)
      .join();
  });
  await connection.query(
    `INSERT INTO test_runs (test_id, run_id, status, start_time, start_time_microsecond, stop_time, stop_time_microsecond)
     SELECT tests.id, runs.id, ELT(1 + (tests.id * 7 + runs.id * 13) % 50, 'fail', 'skip', 'skip', 'xfail', 'success', 'success', 'success',
              'success', 'success', 'success'), runs.run_at, 250000, runs.run_at + INTERVAL (tests.id % 20) SECOND, 750000
       FROM runs JOIN tests ON (tests.id + runs.id) % ${TESTS / TESTS_PER_RUN} = 0 ORDER BY runs.id, tests.id`,
  );
  await connection.query("UPDATE test_runs SET status = 'success' WHERE status IS NULL");
  for (const [key, value] of [
    ['attrs', "CONCAT('id-', test_runs.test_id, ',smoke')"],
    ['tags', "CONCAT('worker-', test_runs.id % 4)"],
  ]) {
    await connection.query(
      `INSERT INTO test_run_metadata (\`key\`, value, test_run_id) SELECT '${key}', ${value}, test_runs.id FROM test_runs`,
    );
  }
  const [counts] = await connection.query<RowDataPacket[]>(
    'SELECT (SELECT COUNT(*) FROM test_runs) AS testRuns, (SELECT COUNT(*) FROM test_run_metadata) AS metadata',
  );
  return { runs, testRuns: Number(counts[0]?.['testRuns']), metadata: Number(counts[0]?.['metadata']) };
}

async function insert(
  connection: Connection,
  into: string,
  count: number,
  row: (index: number) => string,
): Promise<void> {
  for (let from = 0; from < count; from += ROWS_AT_A_TIME) {
    const length = Math.min(ROWS_AT_A_TIME, count - from);
    const values = Array.from({ length }, (_, index) => row(from + index));
    await connection.query(`INSERT INTO ${into} VALUES ${values.join(',\n')}`);
  }
}
