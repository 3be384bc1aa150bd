import type { RequestHandler, Response } from 'express';
import { timingBody, timingOf } from '@testmetrics/answers';
import type { Timing } from '@testmetrics/answers';
import { timingQuerySchema } from '@testmetrics/api-contract';
import type { TimingQuery } from '@testmetrics/api-contract';
import { dbmFiles, tar, timingStream } from '@testmetrics/timing';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendCompressed } from '../../http/send-compressed';
import type { ReplyContent } from '../../http/send-reply';
import type { ReadGate } from '../../stores/read-gate';

/** Tests that the protocol of the stream cannot name. */
const LEFT_OUT_HEADER = 'X-Timing-Left-Out';

/** `GET /v1/timing`: expected durations in the form that a runner reads; never an empty one. */
export function timingRoute(reads: ReadGate): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const { format, ...asked } = readQuery(queryPairs(request.url), timingQuerySchema);
    const timing = await timingOf(await reads.asker(), asked);
    await sendCompressed(request, response, contentOf(timing, format, response));
  };
}

function contentOf(timing: Timing, format: TimingQuery['format'], response: Response): ReplyContent {
  switch (format) {
    case 'json':
      return { body: JSON.stringify(timingBody(timing)), type: 'application/json' };
    case 'dbm': {
      const { dat, dir } = dbmFiles(timing.tests);
      const files = [
        { name: 'times.dbm.dat', content: dat },
        { name: 'times.dbm.dir', content: dir },
      ];
      return { body: asBuffer(tar(files)), type: 'application/x-tar' };
    }
    case 'stream': {
      const { bytes, leftOut } = timingStream(timing.tests);
      if (leftOut.length > 0) response.setHeader(LEFT_OUT_HEADER, String(leftOut.length));
      return { body: asBuffer(bytes), type: 'application/vnd.subunit' };
    }
  }
}

function asBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}
