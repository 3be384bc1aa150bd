import type { FailedRun, FailedRunsFeed } from '@testmetrics/answers';
import { XmlText } from '@testmetrics/junit';
import type { FeedAddresses } from './feed-addresses';
import { entryHtml, entryId, entryTitle, feedId, feedTitle, isWebAddress } from './feed-words';

/** A feed as Atom, RFC 4287. */
export function atomFeed(feed: FailedRunsFeed, addresses: FeedAddresses): string {
  const xml = new XmlText();
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml.content(feedId(feed))}</id>`,
    `<title>${xml.content(feedTitle(feed))}</title>`,
    `<updated>${feed.updated}</updated>`,
    '<author><name>Test Metrics</name></author>',
    '<generator>Test Metrics</generator>',
    link(xml, 'self', addresses.self, 'application/atom+xml'),
    link(xml, 'alternate', addresses.site, 'application/json'),
    ...feed.runs.flatMap((run) => entry(xml, run, addresses)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entry(xml: XmlText, run: FailedRun, addresses: FeedAddresses): string[] {
  const { runAt, job, artifacts } = run;
  return [
    '<entry>',
    `<id>${xml.content(entryId(run))}</id>`,
    `<title>${xml.content(entryTitle(run))}</title>`,
    `<updated>${runAt}</updated>`,
    `<published>${runAt}</published>`,
    link(xml, 'alternate', addresses.run(run.id), 'application/json'),
    ...(artifacts !== null && isWebAddress(artifacts) ? [link(xml, 'related', artifacts)] : []),
    `<category${xml.attribute('term', job)}/>`,
    `<content type="html">${xml.content(entryHtml(run, xml))}</content>`,
    '</entry>',
  ];
}

function link(xml: XmlText, rel: string, href: string, type: string | null = null): string {
  return `<link${xml.attribute('rel', rel)}${xml.attribute('type', type)}${xml.attribute('href', href)}/>`;
}
