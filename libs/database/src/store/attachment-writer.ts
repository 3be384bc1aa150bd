import type { AttachmentToStore, RunAttachmentToStore } from '@testmetrics/domain';

import type { Session } from '../connection/session';
import { BulkInsert } from '../sql/bulk-insert';
import { chunks, IN_LIST_LENGTH } from '../sql/chunks';
import { bytesLiteral, nullableTextLiteral, textLiteral } from '../sql/text-literal';
import { fitValue } from './fit-value';

export interface AttachmentTarget {
  readonly runId: number;
  /** By position in the run's tests. */
  readonly testKeys: readonly number[];
  readonly statementBytes: number;
  /** Longest content that the server takes. */
  readonly maxValueBytes: number;
}

/** A hexadecimal literal doubles the size, so contents above this are sent as binary parameters. */
const LITERAL_BYTES = 256 * 1024;

const COLUMNS = '(test_run_id, label, attachment, tm_file_name, tm_content_type, tm_attempt, tm_cut_bytes)';

/** Reads the attachments and writes them, a batch at a time, so that memory holds no more than one batch and one statement. */
export async function writeAttachments(
  session: Session,
  attachments: AsyncIterable<AttachmentToStore>,
  target: AttachmentTarget,
): Promise<void> {
  const insert = new BulkInsert(session, { into: `attachments ${COLUMNS}`, statementBytes: Number.MAX_SAFE_INTEGER });
  let batch: AttachmentToStore[] = [];
  let bytes = 0;
  const send = async () => {
    await writeBatch(session, insert, batch, target);
    batch = [];
    bytes = 0;
  };
  for await (const attachment of attachments) {
    batch.push(attachment);
    bytes += 2 * attachment.content.length + 200;
    if (bytes >= target.statementBytes) await send();
  }
  await send();
  await insert.end();
}

async function writeBatch(
  session: Session,
  insert: BulkInsert,
  batch: readonly AttachmentToStore[],
  target: AttachmentTarget,
): Promise<void> {
  // The ids are asked for behind the statement that is still under way.
  const testRunIds = await readTestRunIds(session, batch, target);
  for (const attachment of batch) {
    const testRunId = testRunIds.get(target.testKeys[attachment.testIndex] ?? -1);
    if (testRunId === undefined) {
      throw new RangeError(
        `An attachment names test ${attachment.testIndex} of a run of ${target.testKeys.length} tests.`,
      );
    }
    if (attachment.content.length <= LITERAL_BYTES) insert.add(literalRow(testRunId, attachment));
    else await insertLarge(session, testRunId, attachment, target.maxValueBytes);
  }
  await insert.flush();
}

async function readTestRunIds(
  session: Session,
  batch: readonly AttachmentToStore[],
  { runId, testKeys }: AttachmentTarget,
): Promise<ReadonlyMap<number, number>> {
  const keys = new Set<number>();
  for (const { testIndex } of batch) keys.add(testKeys[testIndex] ?? -1);
  const ids = new Map<number, number>();
  for (const chunk of chunks([...keys], IN_LIST_LENGTH)) {
    const rows = await session.arrays(
      `SELECT test_runs.test_id, test_runs.id FROM test_runs
        WHERE test_runs.run_id = ${runId} AND test_runs.test_id IN (${chunk.join()})`,
    );
    for (const [testKey, id] of rows) ids.set(Number(testKey), Number(id));
  }
  return ids;
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
