import type { Session } from '../connection/session';
import { nameHash } from '../sql/name-hash';

/** A file of a test run, without its content. */
export interface AttachmentInfo {
  readonly id: number;
  readonly fileName: string;
  readonly contentType: string | null;
  readonly attemptNumber: number;
  /** Stored. */
  readonly bytes: number;
  /** Left out beyond the limit. */
  readonly cutBytes: number;
}

/** The files of one test in one run, in the order in which they came. */
export async function listAttachments(
  session: Session,
  runId: number,
  testName: string,
): Promise<readonly AttachmentInfo[]> {
  return session.rows<AttachmentInfo>(
    `SELECT attachments.id, COALESCE(attachments.tm_file_name, attachments.label, '') AS fileName,
            attachments.tm_content_type AS contentType, attachments.tm_attempt AS attemptNumber,
            COALESCE(LENGTH(attachments.attachment), 0) AS bytes, attachments.tm_cut_bytes AS cutBytes
       FROM tests
       JOIN test_runs ON test_runs.test_id = tests.id AND test_runs.run_id = ?
       JOIN attachments ON attachments.test_run_id = test_runs.id
      WHERE tests.tm_test_id_hash = x'${nameHash(testName)}'
      ORDER BY attachments.id`,
    [runId],
  );
}

export async function readAttachment(session: Session, runId: number, id: number): Promise<Buffer | null> {
  const [row] = await session.rows<{ content: Buffer | null }>(
    `SELECT attachments.attachment AS content
       FROM attachments JOIN test_runs ON test_runs.id = attachments.test_run_id
      WHERE attachments.id = ? AND test_runs.run_id = ?`,
    [id, runId],
  );
  return row?.content ?? null;
}
