import type { Request, Response } from 'express';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { entityTag } from './entity-tag';
import { sendReply } from './send-reply';
import type { ReplyContent } from './send-reply';
import { wantsGzip } from './wants-gzip';

const compress = promisify(gzip);

/** Of bodies that several clients are sent at the same time: each is compressed once. */
const packedBodies = new WeakMap<Buffer, Promise<Buffer>>();

/** `sendReply()` for what is large: gzip where the client asks for it, under an ETag of its own. */
export async function sendCompressed(
  request: Request,
  response: Response,
  { body, etag = entityTag(body), ...content }: ReplyContent,
): Promise<void> {
  response.vary('Accept-Encoding');
  if (!wantsGzip(request)) {
    sendReply(response, { body, ...content, etag });
    return;
  }
  const packed = await pack(body);
  response.setHeader('Content-Encoding', 'gzip');
  sendReply(response, { body: packed, ...content, etag: etag.replace(/"$/, '-gzip"') });
}

function pack(body: Buffer | string): Promise<Buffer> {
  const known = typeof body === 'string' ? undefined : packedBodies.get(body);
  if (known !== undefined) return known;
  // The quickest level: the same few lines again and again are small with any.
  const packed = compress(body, { level: constants.Z_BEST_SPEED });
  if (typeof body !== 'string') packedBodies.set(body, packed);
  return packed;
}
