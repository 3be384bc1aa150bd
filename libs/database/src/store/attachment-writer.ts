import type { AttachmentToStore, RunAttachmentToStore } from '@testmetrics/domain';

import type { Session } from '../connection/session';
import { BulkInsert } from '../sql/bulk-insert';
import { bytesLiteral, nullableTextLiteral, textLiteral } from '../sql/text-literal';
import { fitValue } from './fit-value';
import type { TestRunIds } from './test-run-ids';

export interface AttachmentTarget {
  readonly ids: TestRunIds;
  readonly statementBytes: number;
  /** Longest content that the server takes. */
  readonly maxValueBytes: number;
}

/** Contents above this are sent as binary parameters: a literal may be twice as long. */
const LITERAL_BYTES = 256 * 1024;

const COLUMNS = '(test_run_id, label, attachment, tm_file_name, tm_content_type, tm_attempt, tm_cut_bytes)';

/** Reads the attachments and writes them as they come, so that memory holds no more than two statements. */
export async function writeAttachments(
  session: Session,
  attachments: AsyncIterable<AttachmentToStore>,
  target: AttachmentTarget,
): Promise<void> {
  const { ids, statementBytes, maxValueBytes } = target;
  const insert = new BulkInsert(session, { into: `attachments ${COLUMNS}`, statementBytes });
  let testRunIds: Float64Array | null = null;
  for await (const attachment of attachments) {
    testRunIds ??= await ids.byPosition(session);
    const testRunId = testRunIds[attachment.testIndex];
    if (testRunId === undefined || testRunId === 0) {
      throw new RangeError(`An attachment names test ${attachment.testIndex} of a run of ${testRunIds.length} tests.`);
    }
    if (attachment.content.length > LITERAL_BYTES) {
      // What came before goes first, so that ids follow the order of the stream.
      await insert.flush();
      await insertLarge(session, testRunId, attachment, maxValueBytes);
    } else if (insert.add(literalRow(testRunId, attachment))) {
      await insert.flush();
    }
  }
  await insert.end();
}

function literalRow(
  testRunId: number,
  { fileName, contentType, attemptNumber, cutBytes, content }: AttachmentToStore,
): string {
  const names = `${textLiteral(fileName)},${nullableTextLiteral(contentType)}`;
  return `(${testRunId},${textLiteral(label(fileName))},${bytesLiteral(content)},${names},${attemptNumber},${cutBytes})`;
}

async function insertLarge(
  session: Session,
  testRunId: number,
  attachment: AttachmentToStore,
  maxValueBytes: number,
): Promise<void> {
  const { fileName, contentType, attemptNumber } = attachment;
  const { content, cutBytes } = fitValue(attachment, maxValueBytes);
  await session.executePrepared(`INSERT INTO attachments ${COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    ...[testRunId, label(fileName), content, fileName, contentType, attemptNumber, cutBytes],
  ]);
}

/** The reference's name of an attachment: what stands before the first colon (`pythonlogging:''`). */
function label(fileName: string): string {
  const colon = fileName.indexOf(':');
  return colon === -1 ? fileName : fileName.slice(0, colon);
}

/** The few files that belong to no test. */
export async function writeRunAttachments(
  session: Session,
  attachments: AsyncIterable<RunAttachmentToStore>,
  target: { readonly runId: number; readonly maxValueBytes: number },
): Promise<void> {
  for await (const attachment of attachments) {
    const { content, cutBytes } = fitValue(attachment, target.maxValueBytes);
    await session.executePrepared(
      'INSERT INTO tm_run_attachments (run_id, name, content_type, content, cut_bytes) VALUES (?, ?, ?, ?, ?)',
      [target.runId, attachment.name, attachment.contentType, content, cutBytes],
    );
  }
}
