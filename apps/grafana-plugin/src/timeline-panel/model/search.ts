import { KINDS, type Kind } from './kind';
import { type Timeline } from './timeline';

/** What is looked for; what does not match fades. */
export interface Search {
  /** Part of the name, in any case; '' finds all. */
  readonly text: string;
  /** The kinds that are switched off. */
  readonly hidden: ReadonlySet<Kind>;
}

export const NO_SEARCH: Search = { text: '', hidden: new Set() };

/** What a search found: a byte for each attempt, since it is asked for every box at every frame. */
export interface Matches {
  /** Nothing is looked for, so nothing fades. */
  readonly isAll: boolean;
  readonly count: number;
  readonly mask: Uint8Array;
}

export function findMatches({ attempts }: Timeline, { text, hidden }: Search): Matches {
  const wanted = text.trim().toLowerCase();
  const mask = new Uint8Array(attempts.length);
  let count = 0;
  attempts.forEach(({ test, kind }, id) => {
    if (hidden.has(kind) || (wanted !== '' && !test.toLowerCase().includes(wanted))) return;
    mask[id] = 1;
    count++;
  });
  return { isAll: wanted === '' && hidden.size === 0, count, mask };
}

/** The first hits by time, those without a time last; as many as a list can show. */
export function listHits({ lanes, boxes, unplaced }: Timeline, { mask }: Matches, limit: number): readonly number[] {
  const placed: number[] = [];
  for (const { order } of lanes) {
    // Each lane is sorted, so that no more than `limit` of it can be among the first.
    let taken = 0;
    for (const id of order) {
      if (mask[id] !== 1) continue;
      placed.push(id);
      if (++taken === limit) break;
    }
  }
  placed.sort((a, b) => (boxes[a]?.start ?? 0) - (boxes[b]?.start ?? 0) || a - b);
  return [...placed, ...unplaced.filter((id) => mask[id] === 1)].slice(0, limit);
}

export interface KindCount {
  readonly kind: Kind;
  readonly count: number;
}

/** How many attempts of each kind there are, those that there are. */
export function countKinds({ attempts }: Pick<Timeline, 'attempts'>): readonly KindCount[] {
  const counts = new Map<Kind, number>();
  for (const { kind } of attempts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
}
