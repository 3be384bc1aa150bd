import { type Matches } from './search';

/**
 * The attempts that do not fade, a byte each; null where none does. Both a search and the critical chain let the others
 * fade; together they leave what is in both.
 */
export function findBright(matches: Matches, chain: readonly number[] | null): Uint8Array | null {
  if (chain === null) return matches.isAll ? null : matches.mask;
  const bright = new Uint8Array(matches.mask.length);
  for (const id of chain) bright[id] = matches.mask[id] ?? 0;
  return bright;
}
