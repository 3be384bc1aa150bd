import type { Status, StreamItem, SubunitEvent } from '@testmetrics/subunit';
import { concatenate } from './concatenate';

/** How a test can end. */
export type FinalStatus = Exclude<Status, 'exists' | 'inprogress'>;

/** A file that a test left: a traceback, captured output, the reason of a skip. */
export interface Attachment {
  readonly name: string;
  readonly mimeType: string | null;
  readonly bytes: Uint8Array;
}

/** One way a test was seen to end. */
export interface RecordedEnd {
  readonly status: FinalStatus;
  readonly attachments: readonly Attachment[];
}

/** What the recordings tell about one test. */
export interface RecordedTest {
  readonly id: string;
  readonly durationMicros: number;
  /** How it ends on an ordinary day. */
  readonly usual: RecordedEnd;
  /** How it ended when it failed, with its real traceback; `null` where it never did. */
  readonly failure: RecordedEnd | null;
}

interface OpenTest {
  startMicros: number | null;
  readonly files: Map<string, { mimeType: string | null; readonly chunks: Uint8Array[] }>;
}

const UNKNOWN_DURATION_MICROS = 1_000;

/** Collects the tests of one or more recorded streams, in the order in which they first ended. */
export function readSuite(items: Iterable<StreamItem>): RecordedTest[] {
  const open = new Map<string, OpenTest>();
  const tests = new Map<string, RecordedTest>();
  for (const item of items) {
    if (item.kind !== 'event' || item.event.testId === null) continue;
    const { testId, routeCode, status } = item.event;
    const key = `${routeCode ?? ''}\u0000${testId}`;
    const current = open.get(key) ?? { startMicros: null, files: new Map() };
    open.set(key, current);
    keepFile(current, item.event);
    if (status === 'inprogress') current.startMicros = item.event.timestampMicros;
    if (status === null || status === 'inprogress' || status === 'exists') continue;
    open.delete(key);
    if (!testId.endsWith('process-returncode')) tests.set(testId, merge(tests.get(testId), item.event, current));
  }
  return [...tests.values()];
}

function keepFile(test: OpenTest, { fileName, fileBytes, mimeType }: SubunitEvent): void {
  if (fileName === null || fileBytes === null) return;
  const file = test.files.get(fileName) ?? { mimeType, chunks: [] };
  file.chunks.push(fileBytes);
  test.files.set(fileName, file);
}

function merge(known: RecordedTest | undefined, event: SubunitEvent, test: OpenTest): RecordedTest {
  const end: RecordedEnd = { status: event.status as FinalStatus, attachments: attachmentsOf(test) };
  const isFailure = end.status === 'fail' || end.status === 'uxsuccess';
  const usual = known?.usual ?? (isFailure ? { status: 'success', attachments: [] } : withoutOutput(end));
  return {
    id: event.testId ?? '',
    durationMicros: known?.durationMicros ?? durationOf(event, test),
    usual,
    failure: known?.failure ?? (isFailure ? end : null),
  };
}

/** Tests that pass leave nothing here: what they printed would be most of the history's bytes and tell nothing. */
function withoutOutput(end: RecordedEnd): RecordedEnd {
  return end.status === 'success' ? { ...end, attachments: [] } : end;
}

function durationOf(event: SubunitEvent, { startMicros }: OpenTest): number {
  if (startMicros === null || event.timestampMicros === null) return UNKNOWN_DURATION_MICROS;
  return Math.max(event.timestampMicros - startMicros, 1);
}

function attachmentsOf(test: OpenTest): Attachment[] {
  return [...test.files]
    .map(([name, { mimeType, chunks }]) => ({ name, mimeType, bytes: concatenate(chunks) }))
    .filter(({ bytes }) => bytes.length > 0);
}
