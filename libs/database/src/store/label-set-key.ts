import type { LabelSet } from '@testmetrics/domain';

import { nameHash } from '../sql/name-hash';
import { nullableTextLiteral } from '../sql/text-literal';

/** The key of a label set: equal sets have equal keys, that of the JSON text `[attrs, [tags], route code]`. */
export function labelSetHash(labels: LabelSet): string {
  return nameHash(`[${JSON.stringify(labels.attrs)},${tagsAndRoute(labels)}]`);
}

/** Attributes differ from test to test, tags and route code come from a few workers: the latest is worth keeping. */
let latest: Pick<LabelSet, 'tags' | 'routeCode'> = { tags: [], routeCode: null };
let latestText = '[],null';

function tagsAndRoute({ tags, routeCode }: LabelSet): string {
  if (tags !== latest.tags || routeCode !== latest.routeCode) {
    latest = { tags, routeCode };
    latestText = `${JSON.stringify(tags)},${JSON.stringify(routeCode)}`;
  }
  return latestText;
}

/** Its row for tm_label_sets, in parentheses. */
export function labelSetRow(labels: LabelSet, hash: string): string {
  const hasTags = labels.tags.length > 0;
  const values = [
    nullableTextLiteral(labels.attrs),
    // The reference joins tags with commas; the JSON beside it is exact where a tag holds a comma.
    nullableTextLiteral(hasTags ? labels.tags.join(',') : null),
    nullableTextLiteral(hasTags ? JSON.stringify(labels.tags) : null),
    nullableTextLiteral(labels.routeCode),
  ];
  return `(x'${hash}',${values.join()})`;
}
