import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { openApiDocument } from '@testmetrics/api-contract';
import { entityTag } from '../../http/entity-tag';
import { sendReply } from '../../http/send-reply';
import { docsPage } from './docs-page';
import { DOCS_SCRIPT } from './docs-script';
import { DOCS_STYLE } from './docs-style';
import type { OpenApiShape } from './open-api-shape';

/** Nothing but the page's own style and script, and requests to this service. */
const POLICY = [
  "default-src 'none'",
  `style-src ${hashSource(DOCS_STYLE)}`,
  `script-src ${hashSource(DOCS_SCRIPT)}`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** `GET /docs`: the OpenAPI document for people. */
export function docsRoute(version: string): RequestHandler {
  const body = docsPage(openApiDocument({ version }) as unknown as OpenApiShape);
  const etag = entityTag(body);
  return (_request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    sendReply(response, { body, etag, type: 'text/html; charset=utf-8' });
  };
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
