import type { Damage } from '@testmetrics/subunit';
import { describeBytes } from './describe-bytes';
import { UploadError } from './upload-error';

const HOW_TO_POST =
  "post a stream with curl --data-binary @FILE, from 'stestr last --subunit' or another subunit writer, or a JUnit XML report";

export function emptyStream(receivedBytes: number): UploadError {
  return new UploadError('empty_stream', 'The body is empty.', {
    status: 422,
    expected: 'a subunit stream, v2 or v1, or a JUnit XML report, gzip or not',
    found: receivedBytes === 0 ? 'no bytes' : `${receivedBytes} bytes of gzip with nothing in them`,
    action: `check that the file has content; ${HOW_TO_POST}`,
  });
}

export function noSubunit(first: Uint8Array, damage: Damage | undefined): UploadError {
  const torn = damage === undefined ? '' : `; at byte ${damage.offset}: ${damage.message}`;
  return new UploadError('no_subunit', 'This is no subunit stream and no JUnit report.', {
    status: 422,
    expected: 'a subunit stream, v2 or v1, with at least one whole packet or test, or a JUnit XML report',
    found: `${describeBytes(first)}${torn}`,
    action: HOW_TO_POST,
  });
}

export function badReport(first: Uint8Array, damage: Damage | undefined): UploadError {
  const found = damage?.message ?? 'none in the part that was read';
  return new UploadError('bad_report', 'This JUnit XML report cannot be read.', {
    status: 422,
    expected: 'a JUnit XML report with at least one test, or one that ends as it should',
    found: `${describeBytes(first)}; ${found}`,
    action:
      damage?.code === 'xml_doctype'
        ? 'post the report without the document type definition; no test runner needs one'
        : 'check that the runner ended in peace and the report is whole, and post it again',
  });
}

export function streamTooLarge(limit: number): UploadError {
  return new UploadError('stream_too_large', 'The stream is too large.', {
    status: 413,
    expected: `at most ${limit} bytes`,
    found: 'more',
    action: 'compress it with gzip, or post its parts separately; operators: raise TESTMETRICS_MAX_UPLOAD',
  });
}

export function expandedTooLarge(limit: number): UploadError {
  return new UploadError('expanded_too_large', 'The stream is too large after decompression.', {
    status: 413,
    expected: `at most ${limit} bytes of decompressed stream`,
    found: 'more',
    action: 'post the parts of the run separately; operators: raise TESTMETRICS_MAX_EXPANDED',
  });
}
