import type { RequestHandler } from 'express';
import { timingDocument, timingOf } from '@testmetrics/answers';
import { timingQuerySchema } from '@testmetrics/api-contract';
import type { TimingQuery } from '@testmetrics/api-contract';
import { inRoom } from '../../heap-growth';
import { entityTag } from '../../http/entity-tag';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendCompressed } from '../../http/send-compressed';
import type { ReadGate } from '../../stores/read-gate';

/** Tests that the protocol of the stream cannot name. */
const LEFT_OUT_HEADER = 'X-Timing-Left-Out';

/** `GET /v1/timing`: expected durations in the form that a runner reads; never an empty one. */
export function timingRoute(reads: ReadGate): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const query = readQuery(queryPairs(request.url), timingQuerySchema);
    const { leftOut, ...content } = await reads.share(request.url, () => inRoom(() => makeReply(reads, query)));
    if (leftOut > 0) response.setHeader(LEFT_OUT_HEADER, String(leftOut));
    await sendCompressed(request, response, content);
  };
}

async function makeReply(reads: ReadGate, { format, ...asked }: TimingQuery) {
  const timing = await timingOf(await reads.asker(), asked);
  const { bytes, contentType, essence, leftOut } = timingDocument(timing, format);
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { body, type: contentType, etag: entityTag(essence ?? body), leftOut: leftOut.length };
}
