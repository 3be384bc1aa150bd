import type { ArrayRow, Session } from '../connection/session';
import type { ExportedFile } from './exported-attempt';
import { RunVanishedError } from './run-vanished-error';

const SMALL_BYTES = 4096;
/** A stretch with so many numbers for each that is wanted is still read as one. */
const FEW_OTHERS = 2;

/** A file of a test run. */
export interface FileRow extends ExportedFile {
  /** Small ones have it from the beginning: what is read with the row costs no question of its own. */
  content: Uint8Array;
  /** Bytes of the content that are still to be read: all or none. */
  missingBytes: number;
  readonly id: number;
  readonly testRunId: number;
  readonly attempt: number;
}

const EMPTY = new Uint8Array(0);

/**
 * The files of some test runs, the large ones without their content, by test run and in the order in which they came; there
 * may be files of other test runs among them.
 */
export async function readFileRows(
  session: Session,
  testRunIds: readonly number[],
): Promise<ReadonlyMap<number, readonly FileRow[]>> {
  const found = new Map<number, FileRow[]>();
  if (testRunIds.length === 0) return found;
  const rows = await session.arrays(
    `SELECT attachments.test_run_id, attachments.id, attachments.tm_attempt, COALESCE(LENGTH(attachments.attachment), 0),
            COALESCE(attachments.tm_file_name, attachments.label, ''), attachments.tm_content_type, attachments.tm_cut_bytes,
            IF(LENGTH(attachments.attachment) <= ${SMALL_BYTES}, attachments.attachment, NULL)
       FROM attachments WHERE ${testRunsCondition(testRunIds)}
      ORDER BY attachments.test_run_id, attachments.id`,
  );
  for (const row of rows) {
    const file = toFileRow(row);
    const files = found.get(file.testRunId);
    if (files === undefined) found.set(file.testRunId, [file]);
    else files.push(file);
  }
  return found;
}

/** Reads by places: taking a row apart makes objects for each. */
function toFileRow(row: ArrayRow): FileRow {
  const content = row[7] as Buffer | null;
  return {
    fileName: String(row[4]),
    contentType: row[5] as string | null,
    content: content ?? EMPTY,
    cutBytes: Number(row[6]),
    missingBytes: content === null ? Number(row[3]) : 0,
    id: Number(row[1]),
    testRunId: Number(row[0]),
    attempt: Number(row[2]),
  };
}

/** A run's test runs mostly have numbers one behind the other: then one stretch of the primary key is read in a tenth of the time. */
function testRunsCondition(ids: readonly number[]): string {
  const first = ids.reduce((least, id) => Math.min(least, id), Infinity);
  const last = ids.reduce((most, id) => Math.max(most, id), 0);
  return last - first < FEW_OTHERS * ids.length
    ? `attachments.test_run_id BETWEEN ${first} AND ${last}`
    : `attachments.test_run_id IN (${ids.join()})`;
}

/**
 * Puts their contents into files that have none yet.
 *
 * @throws {RunVanishedError} where one is not there any more
 */
export async function readContents(session: Session, files: readonly FileRow[]): Promise<void> {
  const testRunIds = [...new Set(files.map(({ testRunId }) => testRunId))];
  const rows = await session.arrays(
    `SELECT attachments.id, attachments.attachment FROM attachments
      WHERE attachments.test_run_id IN (${testRunIds.join()}) AND attachments.id IN (${files.map(({ id }) => id).join()})`,
  );
  const contents = new Map(rows.map(([id, content]) => [Number(id), content as Buffer | null]));
  for (const file of files) {
    const content = contents.get(file.id);
    if (content === undefined) throw new RunVanishedError(`file ${file.id} gone`);
    file.content = content ?? EMPTY;
    file.missingBytes = 0;
  }
}

/** The files of a run that belong to no test, one at a time: each may have megabytes. */
export async function readRunFile(
  session: Session,
  runId: number,
  after: number,
): Promise<[number, ExportedFile] | null> {
  const [row] = await session.arrays(
    `SELECT tm_run_attachments.id, tm_run_attachments.name, tm_run_attachments.content_type, tm_run_attachments.content,
            tm_run_attachments.cut_bytes
       FROM tm_run_attachments WHERE tm_run_attachments.run_id = ${runId} AND tm_run_attachments.id > ${after}
      ORDER BY tm_run_attachments.id LIMIT 1`,
  );
  if (row === undefined) return null;
  const [id, fileName, contentType, content, cutBytes] = row;
  return [
    Number(id),
    {
      fileName: String(fileName),
      contentType: contentType as string | null,
      content: content as Buffer,
      cutBytes: Number(cutBytes),
    },
  ];
}
