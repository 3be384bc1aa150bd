import type { Database } from '../connection/database';
import { findRun } from '../store/find-run';
import type { StoredRun } from '../store/stored-run';
import { chunksOfBytes } from '../sql/chunks';
import type { ExportedAttempt, ExportedFile } from './exported-attempt';
import { readAhead } from './read-ahead';
import { readAttempts, type AttemptRow, type ExportedRunKey, type TestKeys, type TestRow } from './read-attempts';
import { readContents, readFileRows, readRunFile, type FileRow } from './read-files';
import { readTestOrder, type TestOrder } from './read-test-order';
import { readTestTimes, type TestTime } from './read-test-times';
import { testsGone } from './run-vanished-error';

const TESTS_AT_A_TIME = 1_000;
/** Runs of so many tests are read whole, at a kilobyte a test, as long as few are. */
const MOST_TESTS_HELD = 25_000;
const MOST_RUNS_HELD = 2;
const HELD_TESTS_AT_A_TIME = 1_000;
const CONTENT_BYTES_AT_A_TIME = 4 * 1024 * 1024;

/** A stored run as it is read back, whole: first what is known of it, then everything in it. */
export interface ExportedRun {
  readonly run: StoredRun;
  /** sha256 of the stream that it came in; `null` where other tools stored it. */
  readonly contentHash: Uint8Array | null;
  /** Number of its row; with the hash it says which content this is. */
  readonly runId: number;
  /** The files that belong to no test. */
  files(): AsyncGenerator<ExportedFile>;
  /** Tests in the order of their start, the attempts of each in order, some at a time. */
  attempts(): AsyncGenerator<readonly ExportedAttempt[]>;
}

/**
 * Reads whole runs in pages. A connection is lent for one page at a time and given back while the page is used, so that a
 * slow reader holds neither a connection nor a statement. Memory holds one page, whatever the size of the run; of runs that are not
 * large two at a time are held whole, which is twice as fast.
 */
export class RunExportModel {
  readonly #database: Database;
  /** Runs that are held whole at this moment. */
  #held = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns `null` where there is no such run */
  async find(uuid: string): Promise<ExportedRun | null> {
    const found = await this.#database.session(async (session) => {
      const run = await findRun(session, uuid);
      const [row] = await session.arrays(
        'SELECT runs.id, tm_uploads.content_hash FROM runs LEFT JOIN tm_uploads ON tm_uploads.run_id = runs.id WHERE runs.uuid = ?',
        [uuid],
      );
      return run === null || row === undefined ? null : { run, row };
    });
    if (found === null) return null;
    const runId = Number(found.row[0]);
    const contentHash = found.row[1] as Buffer | null;
    return {
      run: found.run,
      runId,
      contentHash,
      files: () => this.#files(runId),
      attempts: () => this.#attempts({ runId, isForeign: contentHash === null, tests: found.run.totals.total }),
    };
  }

  /** The mean duration of every test that ever passed, over all runs, some at a time. */
  testTimes(): AsyncGenerator<readonly TestTime[]> {
    return readTestTimes(this.#database);
  }

  async *#files(runId: number): AsyncGenerator<ExportedFile> {
    for (let after = 0; ;) {
      const found = await this.#database.session((session) => readRunFile(session, runId, after));
      if (found === null) return;
      const [id, file] = found;
      yield file;
      after = id;
    }
  }

  /** @throws {RunVanishedError} where not all tests are there any more */
  async *#attempts(run: ExportedRunKey & { readonly tests: number }): AsyncGenerator<readonly ExportedAttempt[]> {
    const order = await readTestOrder(this.#database, run.runId);
    const count = order.keys.length;
    // What other tools counted need not be what they stored.
    if (!run.isForeign && count !== run.tests) throw testsGone(count, run.tests);
    const isHeld = count <= MOST_TESTS_HELD && this.#held < MOST_RUNS_HELD;
    const pages = isHeld ? this.#whole(run, order) : this.#pages(run, order);
    for await (const page of pages) {
      for (const group of chunksOfBytes(page, missingBytes, CONTENT_BYTES_AT_A_TIME)) {
        await this.#readContents(group);
        yield group;
      }
    }
  }

  /** By their keys: whatever the size of the run, one page of it is held. */
  async *#pages(run: ExportedRunKey, { keys, places }: TestOrder): AsyncGenerator<readonly AttemptRow[]> {
    const wanted = Float64Array.from(places, (place) => keys[place] ?? 0);
    const read = (page: Float64Array) => this.#read(run, { keys: page, isStretch: false });
    let begun = 0;
    for await (const tests of readAhead(subarrays(wanted, TESTS_AT_A_TIME), read)) {
      const found = new Map(tests.map(({ key, attempts }) => [key, attempts]));
      const page = wanted.subarray(begun, (begun += TESTS_AT_A_TIME));
      yield Array.from(page).flatMap((key) => found.get(key) ?? []);
    }
  }

  /** In the order of the primary key, in which the server reads soonest; each test is given as soon as all before it are there. */
  async *#whole(run: ExportedRunKey, { keys, places }: TestOrder): AsyncGenerator<readonly AttemptRow[]> {
    this.#held++;
    try {
      const read = (stretch: Float64Array) => this.#read(run, { keys: stretch, isStretch: true });
      const held = new Array<readonly AttemptRow[] | undefined>(keys.length).fill(undefined);
      let [place, next] = [0, 0];
      for await (const tests of readAhead(subarrays(keys, HELD_TESTS_AT_A_TIME), read)) {
        for (const { key, attempts } of tests) {
          while ((keys[place] ?? Infinity) < key) place++;
          held[place] = attempts;
        }
        const ready: AttemptRow[] = [];
        for (let attempts; (attempts = held[places[next] ?? keys.length]) !== undefined; next++) {
          held[places[next] ?? 0] = undefined;
          for (const attempt of attempts) ready.push(attempt);
        }
        if (ready.length > 0) yield ready;
      }
    } finally {
      this.#held--;
    }
  }

  #read(run: ExportedRunKey, wanted: TestKeys): Promise<readonly TestRow[]> {
    return this.#database.session(async (session) => {
      const tests = await readAttempts(session, run, wanted);
      const files = await readFileRows(
        session,
        tests.map(({ testRunId }) => testRunId),
      );
      for (const test of tests) giveFiles(test, files.get(test.testRunId));
      return tests;
    });
  }

  async #readContents(group: readonly AttemptRow[]): Promise<void> {
    const wanted = group.flatMap(({ files }) => files).filter(({ missingBytes }) => missingBytes > 0);
    if (wanted.length > 0) await this.#database.session((session) => readContents(session, wanted));
  }
}

/** Views of so many numbers. */
function* subarrays(numbers: Float64Array, length: number): Generator<Float64Array> {
  for (let start = 0; start < numbers.length; start += length) yield numbers.subarray(start, start + length);
}

function giveFiles({ attempts }: TestRow, found: readonly FileRow[] | undefined): void {
  if (found === undefined) return;
  for (const attempt of attempts) {
    attempt.files = attempts.length === 1 ? found : found.filter((file) => file.attempt === attempt.number);
  }
}

function missingBytes({ files }: AttemptRow): number {
  return files.length === 0 ? 0 : files.reduce((sum, file) => sum + file.missingBytes, 0);
}
