import type { Response } from 'express';
import { CacheControl } from './cache-control';
import { entityTag, matchesTag } from './entity-tag';

export interface ReplyContent {
  readonly body: Buffer | string;
  readonly type: string;
  /** Default: asked about every time. */
  readonly cacheControl?: string;
  /** Default: made of the body. */
  readonly etag?: string;
}

/** Sends what was read, or 304 without a body where the client has it already (`If-None-Match`). */
export function sendReply(
  response: Response,
  { body, type, cacheControl, etag = entityTag(body) }: ReplyContent,
): void {
  response.setHeader('Cache-Control', cacheControl ?? CacheControl.revalidate);
  response.setHeader('ETag', etag);
  if (matchesTag(response.req.headers['if-none-match'], etag)) {
    response.status(304).end();
    return;
  }
  response.status(200).type(type).send(body);
}

/** As `sendReply()`, for what is JSON only. */
export function sendJson(
  response: Response,
  body: object,
  { cacheControl }: { readonly cacheControl?: string } = {},
): void {
  const content = { body: JSON.stringify(body), type: 'application/json' };
  sendReply(response, cacheControl === undefined ? content : { ...content, cacheControl });
}
