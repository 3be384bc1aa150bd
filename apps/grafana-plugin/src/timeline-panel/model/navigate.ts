import { needsAttention } from './kind';
import { type Box, type Lane, type Timeline } from './timeline';

export const MOVES = ['next', 'previous', 'up', 'down', 'first', 'last', 'nextFailure', 'previousFailure'] as const;
export type Move = (typeof MOVES)[number];

type Accepts = (id: number) => boolean;

/** Where a key leads from the selected attempt (-1: none is). The same attempt where there is nothing in that direction. */
export function navigate(timeline: Timeline, selected: number, move: Move, accepts: Accepts = () => true): number {
  if (move === 'nextFailure' || move === 'previousFailure') return toFailure(timeline, selected, move, accepts);
  const box = timeline.boxes[selected];
  if (box === undefined) return firstOf(timeline, accepts, selected);
  const lane = timeline.lanes[box.lane] as Lane;
  if (move === 'up' || move === 'down') return toLane(timeline, box, move === 'up' ? -1 : 1, accepts);
  const order = lane.order;
  if (move === 'first') return order.find(accepts) ?? selected;
  if (move === 'last') return order.findLast(accepts) ?? selected;
  const at = order.indexOf(selected);
  const found = move === 'next' ? order.slice(at + 1).find(accepts) : order.slice(0, at).findLast(accepts);
  return found ?? selected;
}

function firstOf({ lanes }: Timeline, accepts: Accepts, otherwise: number): number {
  for (const { order } of lanes) {
    const found = order.find(accepts);
    if (found !== undefined) return found;
  }
  return otherwise;
}

/** The attempt of the next worker in this direction that ran at about the same time. */
function toLane({ lanes, boxes }: Timeline, box: Box, step: 1 | -1, accepts: Accepts): number {
  const middle = (box.start + box.stop) / 2;
  for (let lane = box.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    let [found, away] = [-1, Infinity];
    for (const id of lanes[lane]?.order ?? []) {
      const other = boxes[id] as Box;
      const distance = Math.max(other.start - middle, middle - other.stop, 0);
      if (distance < away && accepts(id)) [found, away] = [id, distance];
    }
    if (found !== -1) return found;
  }
  return box.id;
}

/** The next attempt by time, over all workers, that someone should look at; after the last one the first one again. */
function toFailure({ boxes, attempts }: Timeline, selected: number, move: Move, accepts: Accepts): number {
  const failures = boxes
    .filter((box): box is Box => box !== undefined && accepts(box.id))
    .filter(({ id }) => needsAttention(attempts[id]?.kind ?? 'passed'))
    .sort((a, b) => a.start - b.start || a.id - b.id);
  const current = boxes[selected];
  const follows = (box: Box): boolean =>
    current === undefined || box.start > current.start || (box.start === current.start && box.id > current.id);
  const precedes = (box: Box): boolean => current === undefined || (box.id !== current.id && !follows(box));
  const found =
    move === 'nextFailure' ? (failures.find(follows) ?? failures[0]) : (failures.findLast(precedes) ?? failures.at(-1));
  return found?.id ?? selected;
}
