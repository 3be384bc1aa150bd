import type { RequestHandler } from 'express';
import { openApiDocument } from '@testmetrics/api-contract';
import { CacheControl } from '../../http/cache-control';
import { entityTag } from '../../http/entity-tag';
import { sendReply } from '../../http/send-reply';

export function openApiRoute(version: string): RequestHandler {
  const body = JSON.stringify(openApiDocument({ version }));
  const etag = entityTag(body);
  return (_request, response) => {
    sendReply(response, { body, etag, type: 'application/json', cacheControl: CacheControl.revalidate });
  };
}
