import type { RequestHandler } from 'express';
import { timingDocument, timingOf } from '@testmetrics/answers';
import { timingQuerySchema } from '@testmetrics/api-contract';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendCompressed } from '../../http/send-compressed';
import type { ReadGate } from '../../stores/read-gate';

/** Tests that the protocol of the stream cannot name. */
const LEFT_OUT_HEADER = 'X-Timing-Left-Out';

/** `GET /v1/timing`: expected durations in the form that a runner reads; never an empty one. */
export function timingRoute(reads: ReadGate): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const { format, ...asked } = readQuery(queryPairs(request.url), timingQuerySchema);
    const timing = await timingOf(await reads.asker(), asked);
    const { bytes, contentType, leftOut } = timingDocument(timing, format);
    if (leftOut.length > 0) response.setHeader(LEFT_OUT_HEADER, String(leftOut.length));
    const { buffer, byteOffset, length } = bytes;
    await sendCompressed(request, response, {
      body: Buffer.from(buffer, byteOffset, length),
      type: contentType,
    });
  };
}
