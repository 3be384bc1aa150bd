/** Sorted by code point as the reference's expectations are; a set, since the protocol gives tags no order. */
export function sortedSet(tags: readonly string[]): readonly string[] {
  return [...new Set(tags)].sort(byCodePoint);
}

/** JavaScript's own order is by UTF-16 unit, which puts U+FFFF behind characters beyond the basic plane. */
function byCodePoint(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    if (left.charCodeAt(at) !== right.charCodeAt(at)) {
      return (left.codePointAt(at) as number) - (right.codePointAt(at) as number);
    }
  }
  return left.length - right.length;
}
