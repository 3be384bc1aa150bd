import type { FailedRun, FailedRunsFeed } from '@testmetrics/answers';
import { XmlText } from '@testmetrics/junit';
import type { FeedAddresses } from './feed-addresses';
import { entryHtml, entryId, entryTitle, feedTitle } from './feed-words';

/** How long a reader may keep what it has, minutes. */
const MINUTES = 5;

/** A feed as RSS 2.0, with its own address as the best practices have it. */
export function rssFeed(feed: FailedRunsFeed, addresses: FeedAddresses): string {
  const xml = new XmlText();
  const title = xml.content(feedTitle(feed));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    `<title>${title}</title>`,
    `<link>${xml.content(addresses.site)}</link>`,
    `<description>${title}, the newest first.</description>`,
    `<atom:link rel="self" type="application/rss+xml"${xml.attribute('href', addresses.self)}/>`,
    `<lastBuildDate>${mailDate(feed.updated)}</lastBuildDate>`,
    '<generator>Test Metrics</generator>',
    `<ttl>${MINUTES}</ttl>`,
    ...feed.runs.flatMap((run) => item(xml, run, addresses)),
    '</channel>',
    '</rss>',
  ];
  return `${lines.join('\n')}\n`;
}

function item(xml: XmlText, run: FailedRun, addresses: FeedAddresses): string[] {
  return [
    '<item>',
    `<title>${xml.content(entryTitle(run))}</title>`,
    `<link>${xml.content(addresses.run(run.id))}</link>`,
    `<guid isPermaLink="false">${xml.content(entryId(run))}</guid>`,
    `<pubDate>${mailDate(run.runAt)}</pubDate>`,
    `<category>${xml.content(run.job)}</category>`,
    `<description>${xml.content(entryHtml(run, xml))}</description>`,
    '</item>',
  ];
}

/** As RFC 822 writes it, with four digits of the year. */
function mailDate(time: string): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}
