import type { Database } from '../connection/database';
import { findRun } from '../store/find-run';
import type { StoredRun } from '../store/stored-run';
import { chunks, chunksOfBytes } from '../sql/chunks';
import type { ExportedAttempt, ExportedFile } from './exported-attempt';
import { readAhead } from './read-ahead';
import { readAttempts, type AttemptRow, type ExportedRunKey } from './read-attempts';
import { readContents, readFileRows, readRunFile, type FileRow } from './read-files';
import { readTestOrder } from './read-test-order';
import { readTestTimes, type TestTime } from './read-test-times';
import { testsGone, RunVanishedError } from './run-vanished-error';

const TESTS_AT_A_TIME = 1_000;
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
 * slow reader holds neither a connection nor a statement; memory holds one page, whatever the size of the run.
 */
export class RunExportModel {
  readonly #database: Database;

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
    const pages = chunks(Array.from(order), TESTS_AT_A_TIME);
    for await (const page of readAhead(pages, (keys) => this.#page(run, keys))) {
      for (const group of chunksOfBytes(withFiles(page), ({ bytes }) => bytes, CONTENT_BYTES_AT_A_TIME)) {
        yield await this.#withContents(group);
      }
    }
  }

  #page(run: ExportedRunKey, keys: readonly number[]): Promise<AttemptPage> {
    return this.#database.session(async (session) => {
      const attempts = await readAttempts(session, run, keys);
      return { attempts, files: await readFileRows(session, [...new Set(attempts.map(({ testRunId }) => testRunId))]) };
    });
  }

  async #withContents(group: readonly AttemptWithFiles[]): Promise<readonly ExportedAttempt[]> {
    const wanted = group.flatMap(({ files }) => files).filter(({ content, bytes }) => content === null && bytes > 0);
    const contents =
      wanted.length === 0 ? null : await this.#database.session((session) => readContents(session, wanted));
    return group.map(({ attempt: { testRunId: _, ...attempt }, files }) => ({
      ...attempt,
      files: files.map((file) =>
        toFile(file, file.content ?? contents?.get(file.id) ?? (file.bytes === 0 ? EMPTY : undefined)),
      ),
    }));
  }
}

interface AttemptPage {
  readonly attempts: readonly AttemptRow[];
  readonly files: ReadonlyMap<number, readonly FileRow[]>;
}

interface AttemptWithFiles {
  readonly attempt: AttemptRow;
  readonly files: readonly FileRow[];
  readonly bytes: number;
}

const NO_FILES: readonly FileRow[] = [];
const EMPTY = new Uint8Array(0);

function withFiles(page: AttemptPage): readonly AttemptWithFiles[] {
  return page.attempts.map((attempt) => {
    const ofTest = page.files.get(attempt.testRunId) ?? NO_FILES;
    const files = attempt.test.attempts === 1 ? ofTest : ofTest.filter((file) => file.attempt === attempt.number);
    return { attempt, files, bytes: files.reduce((sum, file) => sum + file.bytes, 0) };
  });
}

function toFile({ fileName, contentType, cutBytes, id }: FileRow, content: Uint8Array | undefined): ExportedFile {
  if (content === undefined) throw new RunVanishedError(`file ${id} gone`);
  return { fileName, contentType, content, cutBytes };
}
