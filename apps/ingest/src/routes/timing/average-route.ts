import type { RequestHandler } from 'express';
import { averageTimingQuerySchema } from '@testmetrics/api-contract';
import { exportAverage, FORMAT_FACTS } from '@testmetrics/exporting';
import { AppError, systemClock } from '@testmetrics/runtime';
import { inRoom, withRoom } from '../../heap-growth';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendCompressed } from '../../http/send-compressed';
import { sendStream } from '../../http/send-stream';
import type { ExportGate } from '../../stores/export-gate';
import type { ReadGate } from '../../stores/read-gate';

/** What is no longer, a hundred thousand tests, is held in memory and made once for all who want it at the same time. */
const MOST_BYTES_SHARED = 16 * 1024 * 1024;

/** `GET /v1/timing/average`: the mean time of every test, over all jobs; never an empty stream (ADR 0097). */
export function averageRoute(exports: ExportGate, reads: ReadGate): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const { format } = readQuery(queryPairs(request.url), averageTimingQuerySchema);
    const runs = await exports.runs();
    const pieces = () => {
      const written = exportAverage(runs.testTimes(), { format, startMicros: systemClock.nowMicros() });
      return refuseNothing(written);
    };
    const { contentType, extension } = FORMAT_FACTS[format];
    const fileName = `average${extension}`;
    const body = await reads.share(request.url, () => inRoom(() => wholeOf(pieces())));
    if (body === null) {
      await sendStream(request, response, { pieces: withRoom(pieces()), type: contentType, fileName, etag: null });
      return;
    }
    response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
    await sendCompressed(request, response, { body, type: contentType });
  };
}

/** @returns `null` where it is longer than what is shared */
async function wholeOf(pieces: AsyncGenerator<Uint8Array>): Promise<Buffer | null> {
  const held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    held.push(piece);
    bytes += piece.length;
    if (bytes > MOST_BYTES_SHARED) return null;
  }
  return Buffer.concat(held, bytes);
}

/** @throws {AppError} where there are none, before anything was sent */
async function* refuseNothing(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isEmpty = true;
  for await (const piece of pieces) {
    isEmpty = false;
    yield piece;
  }
  if (!isEmpty) return;
  throw new AppError('no_timing', 'No test has a known duration yet.', {
    status: 404,
    expected: 'at least one test that passed and took time',
    found: 'none',
    action: 'upload a run first; runs are counted some seconds after they were stored',
    retryAfterSeconds: 5,
  });
}
