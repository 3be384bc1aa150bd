import { checkV1Label, checkV1Line, checkV1Tag, utf8Of } from './encode-v1-text';
import { formatV1Time } from './encode-v1-time';
import type { Status } from './event';

/** What version 1 calls each outcome; `error` is the same as `failure` to all readers of version 2. */
const KEYWORDS = {
  success: 'success',
  fail: 'failure',
  error: 'error',
  skip: 'skip',
  xfail: 'xfail',
  uxsuccess: 'uxsuccess',
} as const;

/** Version 1 has no word for a test that never ended, and none for one that was only listed. */
export type V1Outcome = Exclude<Status, 'exists' | 'inprogress'> | 'error';

/** A file of a test: traceback, log. */
export interface V1Detail {
  readonly fileName: string;
  /** `null` = application/octet-stream, as version 2 reads what has no type. */
  readonly mimeType: string | null;
  readonly fileBytes: Uint8Array;
}

/** One test from its begin to its outcome. */
export interface V1Test {
  readonly testId: string;
  readonly outcome: V1Outcome;
  readonly tags?: readonly string[];
  /** `null` = not said; a reader then takes the last time that was. */
  readonly startMicros?: number | null;
  readonly stopMicros?: number | null;
  readonly details?: readonly V1Detail[];
}

const DEFAULT_TYPE = 'application/octet-stream';
const END_OF_PART = utf8Of('0\r\n');
const END_OF_DETAILS = utf8Of(']\n');

/**
 * A test in the line protocol, version 1: `time:`, `test:`, `tags:`, `time:`, outcome, details in multipart form.
 *
 * What version 1 cannot say is not in `V1Test`: route codes, packets that are not runnable, listings, tests in progress,
 * files that belong to no test. A time cannot be taken back: a test without times gets those of the test before, so
 * tests without times belong to the front of a stream.
 *
 * @throws EncodeError `bad_text` for an id with a line break or of nothing but white space, a tag with white space or
 * a leading minus, a file name or MIME type of several lines, NUL or lone surrogates in any; `bad_time` for a year
 * that has not four digits
 */
export function encodeV1Test(test: V1Test): Uint8Array[] {
  const { testId, outcome, tags = [], details = [] } = test;
  const label = checkV1Label(testId);
  const lines = [
    timeLine(test.startMicros),
    `test: ${label}\n`,
    tags.length === 0 ? '' : `tags: ${tags.map(checkV1Tag).join(' ')}\n`,
    timeLine(test.stopMicros),
    `${KEYWORDS[outcome]}: ${label}${details.length === 0 ? '' : ' [ multipart'}\n`,
  ];
  const head = utf8Of(lines.join(''));
  return details.length === 0 ? [head] : [head, ...details.flatMap(encodePart), END_OF_DETAILS];
}

function timeLine(micros: number | null | undefined): string {
  return micros === null || micros === undefined ? '' : `time: ${formatV1Time(micros)}\n`;
}

/** Chunks carry their length in hexadecimal and no line break behind them. An empty file has none. */
function encodePart({ fileName, mimeType, fileBytes }: V1Detail): Uint8Array[] {
  const type = checkV1Line(mimeType === null || mimeType === '' ? DEFAULT_TYPE : mimeType, 'MIME type');
  const head = `Content-Type: ${type}\n${checkV1Line(fileName, 'file name')}\n`;
  if (fileBytes.length === 0) return [utf8Of(head), END_OF_PART];
  return [utf8Of(`${head}${fileBytes.length.toString(16).toUpperCase()}\r\n`), fileBytes, END_OF_PART];
}
