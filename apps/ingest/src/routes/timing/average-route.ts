import type { RequestHandler } from 'express';
import { averageTimingQuerySchema } from '@testmetrics/api-contract';
import { exportAverage, FORMAT_FACTS } from '@testmetrics/exporting';
import { AppError, systemClock } from '@testmetrics/runtime';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendStream } from '../../http/send-stream';
import type { ExportGate } from '../../stores/export-gate';

/** `GET /v1/timing/average`: the mean time of every test, over all jobs; never an empty stream (ADR 0097). */
export function averageRoute(exports: ExportGate): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const { format } = readQuery(queryPairs(request.url), averageTimingQuerySchema);
    const runs = await exports.runs();
    const pieces = exportAverage(runs.testTimes(), { format, startMicros: systemClock.nowMicros() });
    const { contentType, extension } = FORMAT_FACTS[format];
    await sendStream(request, response, {
      pieces: refuseNothing(pieces),
      type: contentType,
      fileName: `average${extension}`,
      etag: null,
    });
  };
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
