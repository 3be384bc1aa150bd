import { nameLength } from './test-name';

const BUCKETS_PER_ID = 16;
const MOST_BUCKETS_LOG2 = 22;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Names that more than one id of a run has, with whatever brackets or none.
 *
 * Nearly all names of a run are unique: those that are alone in their bucket are ruled out before any name is remembered,
 * which saves a set of a quarter of a million strings.
 */
export function sharedNames(ids: readonly string[]): ReadonlySet<string> {
  const buckets = 2 ** Math.min(MOST_BUCKETS_LOG2, Math.ceil(Math.log2(BUCKETS_PER_ID * (ids.length + 1))));
  const crowded = new Uint8Array(buckets);
  for (const id of ids) {
    const bucket = bucketOf(id, buckets);
    crowded[bucket] = Math.min(2, (crowded[bucket] ?? 0) + 1);
  }
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const id of ids) {
    if ((crowded[bucketOf(id, buckets)] ?? 0) < 2) continue;
    const name = id.slice(0, nameLength(id));
    if (seen.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

/** FNV-1a over the character codes of an id's name. */
function bucketOf(id: string, buckets: number): number {
  const length = nameLength(id);
  let hash = FNV_BASIS;
  for (let index = 0; index < length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), FNV_PRIME);
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}
