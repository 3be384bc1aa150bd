import type { ExportedAttempt, ExportedFile } from '@testmetrics/database';
import { isFinal } from '@testmetrics/domain';
import type { V1Detail, V1Outcome, V1Test } from '@testmetrics/subunit';
import { cleanText } from './encode-leniently';
import { fullId } from './full-id';

const NEVER_ENDED: V1Detail = {
  fileName: 'reason',
  mimeType: 'text/plain; charset="utf8"',
  fileBytes: Buffer.from('This test never ended.\n'),
};

/**
 * An attempt in what version 1 can say: line breaks in an id become `\n`, white space in tags `_`; a tag that begins
 * with a minus gets a `_` before it. A test that never ended becomes an error whose reason says so: left open, it would
 * swallow the tests behind it.
 */
export function toV1Test(attempt: ExportedAttempt): V1Test {
  const { tags, startMicros, stopMicros, status } = attempt;
  const details = attempt.files.map(toDetail);
  return {
    testId: sayable(fullId(attempt), '(no id)'),
    outcome: toOutcome(status),
    tags: tags.map(toTag),
    startMicros,
    stopMicros,
    details: isFinal(status) ? details : [...details, NEVER_ENDED],
  };
}

function toOutcome(status: ExportedAttempt['status']): V1Outcome {
  return status === 'inprogress' || status === 'unknown' ? 'error' : status;
}

function toDetail({ fileName, contentType, content }: ExportedFile): V1Detail {
  return {
    fileName: oneLine(fileName),
    mimeType: contentType === null ? null : oneLine(contentType),
    fileBytes: content,
  };
}

function toTag(tag: string): string {
  return sayable(tag, '_').replace(/\s/g, '_').replace(/^-/, '_-');
}

function sayable(text: string, instead: string): string {
  return text.trim() === '' ? instead : oneLine(text);
}

function oneLine(text: string): string {
  return cleanText(text).replaceAll('\n', '\\n');
}
