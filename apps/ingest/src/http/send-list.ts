import type { Request, Response } from 'express';
import { csvOf } from '@testmetrics/csv';
import type { z } from 'zod';
import { queryPairs } from './query-pairs';
import { replyFormat } from './reply-format';
import { sendJson, sendReply } from './send-reply';

/** The schema of a list's reply: the columns of its CSV are made of that of its items. */
export type ListSchema = z.ZodObject<{ items: z.ZodArray<z.ZodObject> }>;

export interface ListBody {
  readonly items: readonly object[];
  /** `null` on the last page, and for lists that have no pages. */
  readonly next?: string | null;
}

/** Cells that got an apostrophe in front (ADR 0085). */
const GUARDED_HEADER = 'X-Csv-Guarded';

/**
 * Sends a page of a list as JSON or CSV, as the client wants it, with a link to the next one.
 *
 * @throws {AppError} 406
 */
export function sendList(request: Request, response: Response, body: ListBody, schema: ListSchema): void {
  const format = replyFormat(request, ['json', 'csv']);
  response.vary('Accept');
  if (typeof body.next === 'string') response.setHeader('Link', `<${nextPage(request, body.next)}>; rel="next"`);
  if (format === 'json') {
    sendJson(response, body);
    return;
  }
  const { text, guarded } = csvOf(schema.shape.items.element, body.items);
  response.setHeader(GUARDED_HEADER, String(guarded));
  sendReply(response, { body: text, type: 'text/csv; charset=utf-8; header=present' });
}

/** The request's own address with another cursor. */
function nextPage({ originalUrl }: Request, cursor: string): string {
  const [path = ''] = originalUrl.split('?');
  const others = queryPairs(originalUrl).filter(([key]) => key !== 'cursor');
  const pairs = [...others, ['cursor', cursor] as const];
  return `${path}?${pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')}`;
}
