import { encodeRun, postStream } from '@testmetrics/harness';
import type { Posted } from '@testmetrics/harness';
import type { Connection } from 'mysql2/promise';
import type { BenchServer } from './bench-server';
import { insertRows, readRowsOfRun } from './copy-run';
import { waitForRollups } from './rollups';

export interface SingleRunTimes {
  /** HTTP to commit, all tests new. */
  readonly first: number[];
  /** The same upload again. */
  readonly second: number[];
  /** The rows of the first as bare multi-row INSERTs in one transaction. */
  readonly bare: number[];
  rows: number;
  streamBytes: number;
}

export interface Contest {
  readonly server: BenchServer;
  readonly serviceUrl: string;
  readonly connection: Connection;
  readonly tests: number;
  readonly log: (line: string) => void;
}

/** One repetition: an upload of new tests, the same upload again, and its rows inserted without us. */
export async function measureSingleRun(contest: Contest, repetition: number, times: SingleRunTimes): Promise<void> {
  const { server, serviceUrl, connection, tests, log } = contest;
  const startMicros = Date.UTC(2026, 8, 1, 3, 17) * 1000;
  const stream = encodeRun({ tests, prefix: `single${repetition}`, seed: repetition + 1, startMicros });
  const url = `${serviceUrl}/v1/runs?meta.build_name=bench-single&meta.project=bench&meta.build_branch=main`;
  const first = expectStatus(await postStream(url, stream), 201);
  await waitForRollups(connection);
  const second = expectStatus(await postStream(url, stream), 200);
  const runId = await runIdOf(connection, first);
  const rows = await readRowsOfRun(connection, runId);
  const bare = await insertIntoEmptySchema(server, rows);
  times.first.push(first.seconds);
  times.second.push(second.seconds);
  times.bare.push(bare);
  times.rows = rows.rows;
  times.streamBytes = stream.length;
  log(
    `  run of ${tests} new tests: ${first.seconds.toFixed(2)} s; again: ${(second.seconds * 1000).toFixed(0)} ms; ` +
      `its ${rows.rows} rows as bare INSERTs: ${bare.toFixed(2)} s`,
  );
}

async function insertIntoEmptySchema(server: BenchServer, rows: Parameters<typeof insertRows>[1]): Promise<number> {
  const connection = await server.connect(await server.createOurs('bench_bare'));
  try {
    return await insertRows(connection, rows);
  } finally {
    await connection.end();
    await server.drop('bench_bare');
  }
}

async function runIdOf(connection: Connection, { text }: Posted): Promise<number> {
  const { id } = JSON.parse(text) as { id: string };
  const [rows] = await connection.query('SELECT id FROM runs WHERE uuid = ?', [id]);
  const run = (rows as { id: number }[])[0];
  if (run === undefined) throw new Error(`the run ${id} was answered as stored and is not there`);
  return run.id;
}

export function expectStatus(posted: Posted, status: number): Posted {
  if (posted.status === status) return posted;
  throw new Error(`expected HTTP ${status}, found ${posted.status}: ${posted.text.slice(0, 500)}`);
}
