import type { LabelSet, RunToStore, TestToStore } from '@testmetrics/domain';

import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { isDuplicateKey } from '../errors/classify-error';
import { withRetries } from '../errors/with-retries';
import { bulkInsert } from '../sql/bulk-insert';
import { slices, type Slice } from '../sql/chunks';
import { allSettled, overlappedBy } from '../sql/overlapped';
import { writeAttachments, writeRunAttachments } from './attachment-writer';
import { findRun } from './find-run';
import { insertRun, insertRunFacts, insertUpload, markPending } from './insert-run';
import { LabelSetResolver } from './label-set-resolver';
import { LabelSetIds, ResolvedRun } from './resolved-run';
import { SeriesResolver } from './resolve-series';
import * as rows from './run-rows';
import { toStoredRun, type StoredRun } from './stored-run';
import { TestRunIds } from './test-run-ids';
import { writeTestRuns } from './test-run-writer';
import { type ResolvedTests, TestResolver } from './test-resolver';

/** Tests whose rows are looked up and made at a time: see TestResolver. */
const SLICE_TESTS = 1_000;

export interface WriteResult {
  /** `duplicate`: this upload was stored already. `conflict`: its uuid belongs to another content. */
  readonly kind: 'stored' | 'duplicate' | 'conflict';
  /** The run that is stored under the uuid. */
  readonly run: StoredRun;
}

export interface RunStoreOptions {
  /** Names of tests, and as many label sets, whose keys are remembered, at about 60 bytes each. Default 100,000. */
  readonly cachedTests?: number;
}

/** Writes runs: all rows of one in one transaction, or none. */
export class RunStore {
  readonly #database: Database;
  readonly #series = new SeriesResolver();
  readonly #labelSets: LabelSetResolver;
  readonly #tests: TestResolver;

  constructor(database: Database, options: RunStoreOptions = {}) {
    const { statementBytes } = database;
    const cachedTests = options.cachedTests ?? 100_000;
    this.#database = database;
    // Where ids carry attributes, nearly every test has a set of its own.
    this.#labelSets = new LabelSetResolver({ statementBytes, cachedSets: cachedTests });
    this.#tests = new TestResolver({ statementBytes, cachedTests });
  }

  async findByUuid(uuid: string): Promise<StoredRun | null> {
    return this.#database.session((session) => findRun(session, uuid));
  }

  /** Stores a run, exactly once whatever comes twice and when. Fails with DatabaseUnavailableError; then nothing is stored. */
  async write(run: RunToStore): Promise<WriteResult> {
    const earlier = await this.#compareWithStored(run);
    if (earlier !== null) return earlier;
    // Shared rows first, in statements of their own: nobody waits for a whole upload to get at them.
    const resolved = await withRetries(() => this.#database.session((session) => this.#resolve(session, run)));
    try {
      await this.#database.transaction((session) => this.#insertAll(session, run, resolved), {
        canRepeat: () => canReadAgain(run.attachments) && canReadAgain(run.runAttachments),
      });
      return { kind: 'stored', run: toStoredRun(run) };
    } catch (error) {
      if (!isDuplicateKey(error, 'uq_runs_uuid')) throw error;
      // The same uuid came in twice at once, and the other one was faster.
      const other = await this.#compareWithStored(run);
      if (other === null) throw error;
      return other;
    }
  }

  async #compareWithStored(run: RunToStore): Promise<WriteResult | null> {
    return this.#database.session(async (session) => {
      const [upload] = await session.rows<{ contentHash: Buffer | null }>(
        `SELECT tm_uploads.content_hash AS contentHash FROM runs
           LEFT JOIN tm_uploads ON tm_uploads.run_id = runs.id WHERE runs.uuid = ?`,
        [run.uuid],
      );
      if (upload === undefined) return null;
      const stored = await findRun(session, run.uuid);
      if (stored === null) return null;
      const isSame = upload.contentHash !== null && upload.contentHash.equals(run.upload.contentHash);
      return { kind: isSame ? 'duplicate' : 'conflict', run: stored };
    });
  }

  async #resolve(session: Session, run: RunToStore): Promise<ResolvedRun> {
    const place = await this.#series.resolve(session, run);
    return this.#database.spareSession(async (spare) => {
      // The server works on two slices side by side where a second connection is free for that.
      const sessions = spare === null ? ([session] as const) : ([session, spare] as const);
      const tests = await this.#tests.find(sessions, run.tests);
      const labels = new LabelSetIds(run.tests.length);
      await overlappedBy(sessions, slices(run.tests, SLICE_TESTS), async (one, slice) => {
        const begin = labels.reserve(slice.items.map(({ attempts }) => attempts.length));
        const [ids] = await allSettled(
          this.#labelSets.resolve(one, labelsOf(slice, tests)),
          this.#tests.insertMissing(one, slice, tests),
        );
        labels.set(begin, ids);
      });
      return new ResolvedRun({ run, place, testKeys: tests.testKeys, labels });
    });
  }

  async #insertAll(session: Session, run: RunToStore, resolved: ResolvedRun): Promise<void> {
    const { place, testRuns } = resolved;
    const { statementBytes, maxValueBytes } = this.#database;
    const runId = await insertRun(session, run);
    const facts = { runId, seriesId: place.seriesId, runAtMicros: run.runAtMicros };
    const ids = new TestRunIds(runId, resolved);
    await writeTestRuns(session, testRuns, { run: facts, statementBytes, ids });
    const insert = (into: string, values: Iterable<string>) => bulkInsert(session, { into, statementBytes }, values);
    await insert(rows.RUN_METADATA_COLUMNS, rows.runMetadataRows(runId, run.metadata));
    await writeAttachments(session, run.attachments, { ids, statementBytes, maxValueBytes });
    await writeRunAttachments(session, run.runAttachments, { runId, maxValueBytes });
    await insertUpload(session, runId, run.upload);
    await insertRunFacts(session, runId, run, place);
    await markPending(session, runId, run);
  }
}

/** The label sets of all attempts of a slice. */
function labelsOf({ start, items }: Slice<TestToStore>, { isFullId }: ResolvedTests): (LabelSet | null)[] {
  return items.flatMap(({ attempts }, index) => {
    if (isFullId[start + index] !== 1) return attempts.map(({ labels }) => labels);
    return attempts.map(({ labels }) => withoutAttrs(labels));
  });
}

/** Where the brackets are part of the test's name, they are not said twice. */
function withoutAttrs(labels: LabelSet | null): LabelSet | null {
  if (labels === null || labels.attrs === null) return labels;
  if (labels.tags.length === 0 && labels.routeCode === null) return null;
  return { ...labels, attrs: null };
}

/** A generator gives its values once; a spool can be read again. */
function canReadAgain(iterable: AsyncIterable<unknown>): boolean {
  return (iterable[Symbol.asyncIterator]() as unknown) !== iterable;
}
