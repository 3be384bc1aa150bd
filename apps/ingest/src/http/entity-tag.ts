import { createHash } from 'node:crypto';

/** A strong ETag: two replies have the same one where they are the same, byte by byte. */
export function entityTag(body: Buffer | string): string {
  return `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
}

/**
 * Says whether `If-None-Match` names this tag. Express leaves that to the header `Cache-Control` of the request too, which
 * is a word to caches: every client that uses `fetch()` sends `no-cache` together with `If-None-Match`.
 */
export function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const tags: readonly string[] = ifNoneMatch.match(/"[^"]*"/g) ?? [];
  return tags.includes(etag.replace(/^W\//, ''));
}
