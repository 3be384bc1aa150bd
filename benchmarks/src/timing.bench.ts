import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, startIngest } from '@testmetrics/harness';
import { startPrivateDatabase } from '@testmetrics/private-database';
import { createConnection } from 'mysql2/promise';
import { receive } from './receive';

/** The timing of a job with 10,000 tests, after 10, 100 and 1,000 runs: less than 200 ms, and no more for more runs. */
const TESTS = 10_000;
const RUNS = [10, 100, 1000] as const;
const ROUNDS = 15;
const KEPT = 20;

async function main(): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-timing-bench-'));
  const server = await startPrivateDatabase({ directory, durability: 'throwaway', log: () => undefined });
  await runCommand(['db', 'migrate'], { DATABASE_URL: server.ownerUrl });
  const connection = await createConnection({ uri: server.ownerUrl, multipleStatements: true });
  const insert = async (into: string, rows: readonly string[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += 2000)
      await connection.query(`INSERT INTO ${into} VALUES ${rows.slice(from, from + 2000).join(',')}`);
  };
  const numbers = Array.from({ length: TESTS }, (_, index) => index + 1);
  const name = (n: number) => `tempest.api.compute.servers.test_${n % 97}.ServersTestJSON.test_operation_number_${n}`;
  await insert(
    'tests (id, test_id)',
    numbers.map((n) => `(${n},'${name(n)}')`),
  );
  await insert(
    'tm_label_sets (id, label_hash, attrs)',
    numbers.map((n) => `(${n},UNHEX(MD5(${n})),'id-${n}-4e2a,smoke')`),
  );
  await insert(
    'tm_jobs (id, name)',
    RUNS.map((runs, index) => `(${index + 2},'job of ${runs} runs')`),
  );
  await insert(
    'tm_series (id, job_id, project_id, branch_id, queue_id)',
    RUNS.map((_, index) => `(${index + 2},${index + 2},1,1,1)`),
  );

  const now = Math.floor(Date.now() / 1000);
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  for (const [index, runs] of RUNS.entries()) {
    const entries = Array.from({ length: Math.min(KEPT, runs) }, (_, run) => run);
    const recent = (n: number) =>
      entries.map((run) => `${hex(now - run * 3600, 8)}01${hex((n * 7919 + run * 104_729) % 60_000_000, 10)}`).join('');
    await insert(
      'tm_test_timings (job_id, project_id, branch_id, test_id, recent, last_seen, last_run_id, label_set_id)',
      numbers.map((n) => `(${index + 2},1,1,${n},x'${recent(n)}',FROM_UNIXTIME(${now}),${runs},${n})`),
    );
  }
  await connection.query('ANALYZE TABLE tm_test_timings, tests, tm_label_sets');
  await connection.end();

  const service = await startIngest({ databaseUrl: server.ownerUrl });
  for (const format of ['stream', 'json', 'dbm']) {
    for (const runs of RUNS) {
      const url = `${service.url}/v1/timing?job=${encodeURIComponent(`job of ${runs} runs`)}&format=${format}`;
      const times: number[] = [];
      let bytes = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const begun = performance.now();
        bytes = await receive(url);
        times.push(performance.now() - begun);
      }
      times.sort((one, other) => one - other);
      const [median = 0, slowest = 0] = [times[Math.floor(ROUNDS / 2)], times.at(-1)];
      console.log(
        `timing of ${TESTS} tests, ${runs} runs, ${format}: median ${median.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms of ${ROUNDS}, ${(bytes / 1e6).toFixed(1)} MB (allowed: 200 ms)`,
      );
    }
  }
  await service.stop();
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

void main();
