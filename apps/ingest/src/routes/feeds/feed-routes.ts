import type { Request, RequestHandler } from 'express';
import { failedRunsFeed } from '@testmetrics/answers';
import type { FailedRunsFeed } from '@testmetrics/answers';
import { feedQuerySchema } from '@testmetrics/api-contract';
import { CacheControl } from '../../http/cache-control';
import { queryPairs } from '../../http/query-pairs';
import { readQuery } from '../../http/read-query';
import { sendReply } from '../../http/send-reply';
import type { ReadGate } from '../../stores/read-gate';
import type { AnswerRoutes } from '../answer-route';
import { atomFeed } from './atom-feed';
import { feedAddresses } from './feed-addresses';
import type { FeedAddresses } from './feed-addresses';
import { rssFeed } from './rss-feed';

export function feedRoutes(reads: ReadGate): AnswerRoutes {
  return {
    '/v1/feeds/:key/:value.atom': feedRoute(reads, atomFeed, 'application/atom+xml; charset=utf-8'),
    '/v1/feeds/:key/:value.rss': feedRoute(reads, rssFeed, 'application/rss+xml; charset=utf-8'),
  };
}

function feedRoute(
  reads: ReadGate,
  write: (feed: FailedRunsFeed, addresses: FeedAddresses) => string,
  type: string,
): RequestHandler<Record<string, string>> {
  return async (request, response) => {
    const query = readQuery(queryPairs(request.url), feedQuerySchema);
    const { key = '', value = '' } = request.params;
    const feed = await failedRunsFeed(await reads.asker(), query, { key, value });
    const body = write(feed, feedAddresses(request as Request));
    response.vary('Host, X-Forwarded-Host, X-Forwarded-Proto');
    sendReply(response, { body, type, cacheControl: CacheControl.fiveMinutes });
  };
}
