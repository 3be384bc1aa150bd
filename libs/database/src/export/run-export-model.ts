import type { Database } from '../connection/database';
import { findRun } from '../store/find-run';
import type { StoredRun } from '../store/stored-run';
import { chunks, chunksOfBytes } from '../sql/chunks';
import type { ExportedAttempt, ExportedFile } from './exported-attempt';
import { readAhead } from './read-ahead';
import { readAttempts, type AttemptRow, type ExportedRunKey, type TestKeys } from './read-attempts';
import { readContents, readFileRows, readRunFile, type FileRow } from './read-files';
import { readTestOrder } from './read-test-order';
import { readTestTimes, type TestTime } from './read-test-times';
import { testsGone, RunVanishedError } from './run-vanished-error';

const TESTS_AT_A_TIME = 1_000;
/** Runs of so many tests are read whole, at a kilobyte a test, as long as few are. */
const MOST_TESTS_HELD = 25_000;
const MOST_RUNS_HELD = 2;
const HELD_TESTS_AT_A_TIME = 2_000;
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
    // What other tools counted need not be what they stored.
    if (!run.isForeign && order.length !== run.tests) throw testsGone(order.length, run.tests);
    const tests =
      order.length <= MOST_TESTS_HELD && this.#held < MOST_RUNS_HELD
        ? this.#whole(run, order)
        : this.#pages(run, order);
    for await (const page of tests) {
      for (const group of chunksOfBytes(page, ({ bytes }) => bytes, CONTENT_BYTES_AT_A_TIME)) {
        yield await this.#withContents(group);
      }
    }
  }

  /** By their keys: whatever the size of the run, one page of it is held. */
  async *#pages(run: ExportedRunKey, order: Float64Array): AsyncGenerator<readonly AttemptWithFiles[]> {
    const pages = chunks(Array.from(order), TESTS_AT_A_TIME);
    for await (const { wanted, found } of readAhead(pages, (keys) => this.#page(run, { keys, isStretch: false })))
      yield wanted.flatMap((key) => found.get(key) ?? []);
  }

  /** In the order of the primary key, in which the server reads soonest; each test is given as soon as all before it are there. */
  async *#whole(run: ExportedRunKey, order: Float64Array): AsyncGenerator<readonly AttemptWithFiles[]> {
    this.#held++;
    try {
      const stretches = chunks(Array.from(order.slice().sort()), HELD_TESTS_AT_A_TIME);
      const held = new Map<number, readonly AttemptWithFiles[]>();
      let next = 0;
      for await (const { found } of readAhead(stretches, (keys) => this.#page(run, { keys, isStretch: true }))) {
        for (const [key, attempts] of found) held.set(key, attempts);
        let ready: AttemptWithFiles[] = [];
        for (let attempts; (attempts = held.get(order[next] ?? 0)) !== undefined; next++) {
          held.delete(order[next] ?? 0);
          ready.push(...attempts);
          if (ready.length < TESTS_AT_A_TIME) continue;
          yield ready;
          ready = [];
        }
        if (ready.length > 0) yield ready;
      }
    } finally {
      this.#held--;
    }
  }

  #page(run: ExportedRunKey, wanted: TestKeys): Promise<AttemptPage> {
    return this.#database.session(async (session) => {
      const tests = await readAttempts(session, run, wanted);
      const files = await readFileRows(
        session,
        Array.from(tests.values(), ([first]) => first?.testRunId ?? 0),
      );
      const found = new Map<number, readonly AttemptWithFiles[]>();
      for (const [key, attempts] of tests) found.set(key, withFiles(attempts, files));
      return { wanted: wanted.keys, found };
    });
  }

  async #withContents(group: readonly AttemptWithFiles[]): Promise<readonly ExportedAttempt[]> {
    const wanted = group.flatMap(({ files }) => files).filter(({ content, bytes }) => content === null && bytes > 0);
    const contents =
      wanted.length === 0 ? null : await this.#database.session((session) => readContents(session, wanted));
    return group.map(({ attempt, files }) => ({
      test: attempt.test,
      number: attempt.number,
      status: attempt.status,
      startMicros: attempt.startMicros,
      stopMicros: attempt.stopMicros,
      attrs: attempt.attrs,
      tags: attempt.tags,
      routeCode: attempt.routeCode,
      files: files.length === 0 ? NOTHING : files.map((file) => toFile(file, contentOf(file, contents))),
    }));
  }
}

interface AttemptPage {
  readonly wanted: readonly number[];
  readonly found: ReadonlyMap<number, readonly AttemptWithFiles[]>;
}

interface AttemptWithFiles {
  readonly attempt: AttemptRow;
  readonly files: readonly FileRow[];
  readonly bytes: number;
}

const NO_FILES: readonly FileRow[] = [];
const NOTHING: readonly ExportedFile[] = [];
const EMPTY = new Uint8Array(0);

function withFiles(
  attempts: readonly AttemptRow[],
  found: ReadonlyMap<number, readonly FileRow[]>,
): readonly AttemptWithFiles[] {
  return attempts.map((attempt) => {
    const ofTest = found.get(attempt.testRunId);
    if (ofTest === undefined) return { attempt, files: NO_FILES, bytes: 0 };
    const files = attempts.length === 1 ? ofTest : ofTest.filter((file) => file.attempt === attempt.number);
    return { attempt, files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
  });
}

function contentOf(file: FileRow, contents: ReadonlyMap<number, Uint8Array> | null): Uint8Array | undefined {
  return file.content ?? contents?.get(file.id) ?? (file.bytes === 0 ? EMPTY : undefined);
}

function toFile({ fileName, contentType, cutBytes, id }: FileRow, content: Uint8Array | undefined): ExportedFile {
  if (content === undefined) throw new RunVanishedError(`file ${id} gone`);
  return { fileName, contentType, content, cutBytes };
}
