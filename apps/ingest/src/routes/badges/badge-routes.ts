import type { RequestHandler, Response } from 'express';
import { flakyCount, lastRun, passRate, strayName } from '@testmetrics/answers';
import type { Asker } from '@testmetrics/answers';
import { badgeQuerySchema } from '@testmetrics/api-contract';
import type { BadgeQuery } from '@testmetrics/api-contract';
import { CacheControl } from '../../http/cache-control';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendReply } from '../../http/send-reply';
import type { ReadGate } from '../../stores/read-gate';
import type { AnswerRoutes } from '../answer-route';
import { flakyText, lastRunText, nothingText, passRateText } from './badge-texts';
import type { BadgeText } from './badge-texts';
import { drawBadge } from './draw-badge';

const SVG = 'image/svg+xml';

/** An image that somebody opens by itself runs nothing and loads nothing. */
const IMAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export function badgeRoutes(reads: ReadGate): AnswerRoutes {
  return {
    '/v1/badges/pass-rate.svg': badgeRoute(reads, passRate, passRateText, 'pass rate'),
    '/v1/badges/last-run.svg': badgeRoute(reads, lastRun, lastRunText, 'last run'),
    '/v1/badges/flaky.svg': badgeRoute(reads, flakyCount, flakyText, 'flaky tests'),
  };
}

function badgeRoute<Figure>(
  reads: ReadGate,
  ask: (asker: Asker, query: BadgeQuery) => Promise<Figure | null>,
  toText: (figure: Figure) => BadgeText,
  label: string,
): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const query = readQuery(queryPairs(request.url), badgeQuerySchema);
    const asker = await reads.asker();
    const figure = await ask(asker, query);
    const text = figure === null ? await whyNothing(asker, query, label) : toText(figure);
    await sendBadge(response, { ...text, label: query.label ?? text.label });
  };
}

async function whyNothing(asker: Asker, query: BadgeQuery, label: string): Promise<BadgeText> {
  const stray = await strayName(asker, query);
  return nothingText(label, stray?.what ?? null);
}

async function sendBadge(response: Response, text: BadgeText): Promise<void> {
  response.setHeader('Content-Security-Policy', IMAGE_POLICY);
  sendReply(response, { body: await drawBadge(text), type: SVG, cacheControl: CacheControl.fiveMinutes });
}
