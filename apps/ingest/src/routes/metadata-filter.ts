import type { MetadataPair } from '@testmetrics/questions';
import type { QueryPair } from '../http/query-pairs';
import { throwIfAny } from '../http/read-query';

const META = 'meta.';

export interface SplitQuery {
  readonly others: readonly QueryPair[];
  /** Left out where there are none. */
  readonly metadata?: readonly MetadataPair[];
}

/**
 * Takes `meta.KEY=VALUE` out of a query: which metadata runs must have.
 *
 * @throws {BadRequestError}
 */
export function splitMetadata(pairs: readonly QueryPair[]): SplitQuery {
  const metadata = pairs
    .filter(([key]) => key.startsWith(META))
    .map(([key, value]) => ({ key: key.slice(META.length), value }));
  if (metadata.some(({ key }) => key === '')) {
    throwIfAny([{ where: META, code: 'bad_parameter', expected: 'meta.KEY=VALUE', found: 'no key' }]);
  }
  const others = pairs.filter(([key]) => !key.startsWith(META));
  return metadata.length === 0 ? { others } : { others, metadata };
}
