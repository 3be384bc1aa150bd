import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { CacheControl } from './cache-control';
import { ClientGoneError } from './client-gone-error';
import { matchesTag } from './entity-tag';

export interface StreamContent {
  readonly pieces: AsyncGenerator<Uint8Array>;
  readonly type: string;
  readonly fileName: string;
  /** Weak: of what is meant, whether it comes compressed or not. `null`: only what is sent says whether it changed. */
  readonly etag: string | null;
}

/**
 * Sends what is made while it is sent, as fast as the client reads, compressed where it asks for that; 304 where the client
 * has it already. Where the client leaves, nothing more is made.
 *
 * What fails before the first piece is there is thrown, and becomes a problem document. What fails later ends the connection
 * before the end of the reply, which every client notices: the status was sent by then.
 */
export async function sendStream(request: Request, response: Response, content: StreamContent): Promise<void> {
  const { pieces, type, fileName, etag } = content;
  response.setHeader('Cache-Control', CacheControl.revalidate);
  if (etag !== null) response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (etag !== null && matchesTag(request.headers['if-none-match'], etag)) {
    response.status(304).end();
    return;
  }
  const first = request.method === 'HEAD' ? null : await pieces.next();
  const isCompressed = request.acceptsEncodings(['gzip', 'identity']) === 'gzip';
  if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
  response.status(200).setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  if (first === null) {
    response.end();
    return;
  }
  const source = Readable.from(beginWith(first, pieces), { objectMode: false });
  try {
    if (isCompressed) await pipeline(source, createGzip({ level: constants.Z_BEST_SPEED }), response);
    else await pipeline(source, response);
  } catch (error) {
    // HTTP/1.0 knows the end of a reply by the end of the connection: only a reset tells it from a good one.
    if (request.httpVersionMajor === 1 && request.httpVersionMinor === 0) request.socket.resetAndDestroy();
    throw isOfClient(error) ? new ClientGoneError(error) : error;
  }
}

/** What the pipeline says where the other end closed the connection. */
const CLOSED = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'];

function isOfClient(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && CLOSED.includes(String(error.code));
}

async function* beginWith(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}
