import type { LabelSet } from '@testmetrics/domain';

import { nameHash } from '../sql/name-hash';
import { nullableTextLiteral } from '../sql/text-literal';

/** The key of a label set: equal sets have equal keys. */
export function labelSetHash(labels: LabelSet): string {
  return nameHash(JSON.stringify([labels.attrs, labels.tags, labels.routeCode]));
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
