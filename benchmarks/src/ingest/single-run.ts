import { postStream } from '@testmetrics/harness';
import type { Posted } from '@testmetrics/harness';
import type { Connection } from 'mysql2/promise';
import type { BareSchema } from './bare-schema';
import type { BenchServer } from './bench-server';
import { marksOf } from './new-rows';
import { runAndNext } from './run-and-next';
import { waitForRollups } from './rollups';

/** Times of one kind of run, in seconds. */
export interface RunTimes {
  /** HTTP to commit. */
  readonly ours: number[];
  /** Its rows as bare multi-row INSERTs in one transaction. */
  readonly bare: number[];
  rows: number;
}

export interface SingleRunTimes {
  /** All tests new. */
  readonly fresh: RunTimes;
  /** All tests known. */
  readonly known: RunTimes;
  /** The first upload again. */
  readonly again: number[];
}

export interface Contest {
  readonly server: BenchServer;
  readonly serviceUrl: string;
  readonly connection: Connection;
  readonly bare: BareSchema;
  readonly tests: number;
  readonly log: (line: string) => void;
}

export function noTimes(): SingleRunTimes {
  return { fresh: { ours: [], bare: [], rows: 0 }, known: { ours: [], bare: [], rows: 0 }, again: [] };
}

/** One repetition: an upload of new tests, the same upload again, the next run of these tests, and the rows of both inserted without us. */
export async function measureSingleRun(contest: Contest, repetition: number, times: SingleRunTimes): Promise<void> {
  const { serviceUrl, connection, bare, tests, log } = contest;
  const url = `${serviceUrl}/v1/runs?meta.build_name=bench-single&meta.project=bench&meta.build_branch=main`;
  const streams = runAndNext({ tests, prefix: `single${repetition}`, repetition });
  await bare.follow(await marksOf(connection));

  const upload = async (body: Buffer, status: number): Promise<number> => {
    const { seconds } = expectStatus(await postStream(url, body), status);
    await waitForRollups(connection);
    return seconds;
  };
  const measure = async (kind: 'fresh' | 'known'): Promise<string> => {
    const ours = await upload(streams[kind], 201);
    const { rows, seconds } = await bare.insert(await marksOf(connection));
    times[kind].ours.push(ours);
    times[kind].bare.push(seconds);
    times[kind].rows = rows;
    return `${ours.toFixed(2)} s, its ${rows} rows as bare INSERTs ${seconds.toFixed(2)} s`;
  };
  const fresh = await measure('fresh');
  const again = await upload(streams.fresh, 200);
  times.again.push(again);
  const known = await measure('known');
  log(`  run of ${tests} new tests: ${fresh}; again: ${(again * 1000).toFixed(0)} ms; the next run of them: ${known}`);
}

export function expectStatus(posted: Posted, status: number): Posted {
  if (posted.status === status) return posted;
  throw new Error(`expected HTTP ${status}, found ${posted.status}: ${posted.text.slice(0, 500)}`);
}
