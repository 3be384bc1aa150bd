import type { IncomingMessage } from 'node:http';
import type { IngestLimits } from '@testmetrics/ingestion';
import { AppError } from '@testmetrics/runtime';

const ENCODINGS = ['identity', 'gzip', 'x-gzip'];

/**
 * Refuses an upload whose headers already show that it cannot be taken.
 *
 * @throws {AppError} 413 or 415
 */
export function checkUploadHead({ headers }: IncomingMessage, { receivedBytes }: IngestLimits): void {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (!ENCODINGS.includes(encoding)) throw unknownEncoding(encoding);
  const length = Number(headers['content-length'] ?? 0);
  if (length > receivedBytes) throw tooLarge(length, receivedBytes);
}

function unknownEncoding(encoding: string): AppError {
  return new AppError('unsupported_encoding', 'The service cannot undo this Content-Encoding.', {
    status: 415,
    expected: `one of ${ENCODINGS.join(', ')}, or none`,
    found: encoding.slice(0, 80),
    action: 'send the stream plain or as gzip',
  });
}

function tooLarge(length: number, limit: number): AppError {
  return new AppError('stream_too_large', 'The stream is too large.', {
    status: 413,
    expected: `at most ${limit} bytes`,
    found: `${length} bytes`,
    action: 'compress it with gzip, or post its parts separately; operators: raise TESTMETRICS_MAX_UPLOAD',
  });
}
