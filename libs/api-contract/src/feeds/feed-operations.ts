import type { Operation } from '../operations';
import { feedQuerySchema } from './feed-query';

const PAIR = { key: 'A key of run metadata, percent-encoded.', value: 'Its value, percent-encoded (/ is %2F).' };
const PROBLEMS = [400, 404, 431, 500, 503];

/** Failed runs for feed readers. */
export const FEED_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/feeds/{key}/{value}.atom',
    id: 'atomFeed',
    summary: 'Follow the failed runs whose metadata have this key and value, as Atom',
    pathParameters: PAIR,
    query: feedQuerySchema,
    replies: { 200: { description: 'An Atom feed (RFC 4287).', contentType: 'application/atom+xml' } },
    problems: PROBLEMS,
  },
  {
    method: 'get',
    path: '/v1/feeds/{key}/{value}.rss',
    id: 'rssFeed',
    summary: 'Follow the failed runs whose metadata have this key and value, as RSS',
    pathParameters: PAIR,
    query: feedQuerySchema,
    replies: { 200: { description: 'An RSS 2.0 feed.', contentType: 'application/rss+xml' } },
    problems: PROBLEMS,
  },
];
