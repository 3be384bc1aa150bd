import type { FeedQuery } from '@testmetrics/api-contract';
import type { Asker, Range, Row } from '../asking/asker';
import { badgeRange } from '../badges/badge-range';
import { readNumber, readText, readTextOrNull, readTime } from '../rows/read-row';
import { pairNotFound } from './pair-not-found';

/** Which runs: those whose metadata have this key with this value. */
export interface MetadataPair {
  readonly key: string;
  readonly value: string;
}

export interface FeedTest {
  readonly test: string;
  /** Empty where nothing was said. */
  readonly message: string;
}

export interface FailedRun {
  readonly id: string;
  /** A time of a reply. */
  readonly runAt: string;
  readonly job: string;
  readonly project: string;
  readonly branch: string;
  readonly failed: number;
  /** Tests that really ran. */
  readonly executed: number;
  readonly artifacts: string | null;
  /** The first of those that failed. */
  readonly tests: readonly FeedTest[];
}

export interface FailedRunsFeed extends MetadataPair {
  /** When something last happened that the feed is about: the newest failed run, else the newest run. */
  readonly updated: string;
  /** The newest first. */
  readonly runs: readonly FailedRun[];
}

/**
 * `GET /v1/feeds/{key}/{value}`: the newest failed runs with a pair of metadata.
 *
 * @throws {AppError} 404 where no run has the pair
 */
export async function failedRunsFeed(
  asker: Asker,
  { days, limit }: FeedQuery,
  pair: MetadataPair,
): Promise<FailedRunsFeed> {
  const range = badgeRange(days, asker.nowMicros());
  const failed = await asker.ask({ kind: 'runList', measure: 'failed', metadata: [pair], limit }, range);
  const [newest] = failed;
  if (newest === undefined) return { ...pair, updated: await newestRun(asker, pair), runs: [] };
  const tests = await failedTests(
    asker,
    failed.map((row) => readText(row, 'run_key')),
    range,
  );
  const runs = failed.map((row) => toFailedRun(row, tests.get(readText(row, 'run_key')) ?? []));
  return { ...pair, updated: readTime(newest, 'time'), runs };
}

async function newestRun(asker: Asker, pair: MetadataPair): Promise<string> {
  const allTime = { sinceMicros: 0, untilMicros: asker.nowMicros() + 1 };
  const [row] = await asker.ask({ kind: 'recentRuns', metadata: [pair], limit: 1 }, allTime);
  if (row === undefined) throw await pairNotFound(asker, pair);
  return readTime(row, 'time');
}

async function failedTests(
  asker: Asker,
  runs: readonly string[],
  range: Range,
): Promise<ReadonlyMap<string, FeedTest[]>> {
  const found = new Map<string, FeedTest[]>();
  for (const row of await asker.ask({ kind: 'failedTestsOfRuns', runs, limit: 2000 }, range)) {
    const run = readText(row, 'run_key');
    const tests = found.get(run) ?? [];
    tests.push({ test: readText(row, 'Test'), message: readText(row, 'Message') });
    found.set(run, tests);
  }
  return found;
}

function toFailedRun(row: Row, tests: readonly FeedTest[]): FailedRun {
  return {
    id: readText(row, 'run_key'),
    runAt: readTime(row, 'time'),
    job: readText(row, 'Job'),
    project: readText(row, 'Project'),
    branch: readText(row, 'Branch'),
    failed: readNumber(row, 'Failed'),
    executed: readNumber(row, 'Tests run'),
    artifacts: readTextOrNull(row, 'Logs'),
    tests,
  };
}
