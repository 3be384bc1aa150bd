import type { Database } from '../connection/database';
import type { Session } from '../connection/session';
import { findRun } from '../store/find-run';
import type { StoredRun } from '../store/stored-run';
import { listAttachments, readAttachment, type AttachmentInfo } from './list-attachments';
import { listRuns, type RunFilters } from './list-runs';
import { listRunTests, type RunTest, type RunTestFilters } from './list-run-tests';
import type { Page, PageRequest } from './page';

/** Questions about runs. `null` = there is no such run. */
export class RunReadModel {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async findByUuid(uuid: string): Promise<StoredRun | null> {
    return this.#database.session((session) => findRun(session, uuid));
  }

  /** The newest first. */
  async list(filters: RunFilters, request: PageRequest): Promise<Page<StoredRun>> {
    return this.#database.session((session) => listRuns(session, filters, request));
  }

  async tests(uuid: string, filters: RunTestFilters, request: PageRequest): Promise<Page<RunTest> | null> {
    return this.#ofRun(uuid, (session, runId) => listRunTests(session, runId, filters, request));
  }

  /** The files of one test. */
  async attachments(uuid: string, testName: string): Promise<readonly AttachmentInfo[] | null> {
    return this.#ofRun(uuid, (session, runId) => listAttachments(session, runId, testName));
  }

  async attachmentContent(uuid: string, attachmentId: number): Promise<Buffer | null> {
    return this.#ofRun(uuid, (session, runId) => readAttachment(session, runId, attachmentId));
  }

  async #ofRun<T>(uuid: string, ask: (session: Session, runId: number) => Promise<T>): Promise<T | null> {
    return this.#database.session(async (session) => {
      const [row] = await session.arrays('SELECT runs.id FROM runs WHERE runs.uuid = ?', [uuid]);
      return row === undefined ? null : ask(session, Number(row[0]));
    });
  }
}
