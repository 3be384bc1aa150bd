import { lastAtMost } from './row-layout';
import { type Box, type Timeline } from './timeline';

/** The attempts that decided how long the run took, one after the other. Milliseconds. */
export interface CriticalChain {
  /** Ids by time. */
  readonly links: readonly number[];
  /** From the start of the run to the first link. */
  readonly leadMs: number;
  /** In the links. */
  readonly busyMs: number;
  /** Between the links. */
  readonly gapMs: number;
  /** The workers it went over, in order. */
  readonly lanes: readonly number[];
  /** The longest links, longest first. */
  readonly longest: readonly number[];
}

const LONGEST = 5;

/**
 * Walks back from the attempt that ended last: each link could begin when the one before it on its worker had ended.
 * Streams do not say what waited for what, so only one other step is made: where a worker's first test began when nothing
 * at all was running (a phase had ended), the link before it is the one that ended last on any worker.
 */
export function findCriticalChain(timeline: Timeline): CriticalChain {
  const all = byStop(timeline.boxes.filter((box): box is Box => box !== undefined));
  const lanes = timeline.lanes.map(({ order }) => byStop(order.map((id) => timeline.boxes[id] as Box)));
  const isQuiet = quietStarts(timeline);
  const chain: Box[] = [];
  let link = all.boxes.at(-1);
  while (link !== undefined) {
    chain.push(link);
    const lane = lanes[link.lane];
    const earlier: Box | undefined = lane === undefined ? undefined : before(lane, link);
    link = earlier ?? (isQuiet(link) ? before(all, link) : undefined);
  }
  return summarize(chain.reverse());
}

interface ByStop {
  readonly boxes: readonly Box[];
  readonly stops: Float64Array;
}

/** Where two end together, one that is known to have ended is the later one. */
function byStop(boxes: Box[]): ByStop {
  const sorted = [...boxes].sort(compareStops);
  return { boxes: sorted, stops: Float64Array.from(sorted, ({ stop }) => stop) };
}

function compareStops(a: Box, b: Box): number {
  return a.stop - b.stop || Number(b.isOpen) - Number(a.isOpen) || a.start - b.start || a.id - b.id;
}

/** The box that ended last, not after this one started; moments at one time follow each other in one order. */
function before({ boxes, stops }: ByStop, link: Box): Box | undefined {
  let at = lastAtMost(stops, link.start);
  while (at >= 0 && compareStops(boxes[at] as Box, link) >= 0) at--;
  return boxes[at];
}

/** Whether nothing was running at the moment when a box began. */
function quietStarts({ boxes }: Timeline): (box: Box) => boolean {
  const sorted = boxes.filter((box): box is Box => box !== undefined).sort((a, b) => a.start - b.start);
  const starts = Float64Array.from(sorted, ({ start }) => start);
  const latest = new Float64Array(sorted.length);
  let end = -Infinity;
  sorted.forEach(({ stop }, at) => {
    end = Math.max(end, stop);
    latest[at] = end;
  });
  return ({ start }) => {
    const earlier = firstAtLeast(starts, start) - 1;
    return earlier >= 0 && (latest[earlier] as number) <= start;
  };
}

function firstAtLeast(numbers: Float64Array, limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function summarize(chain: readonly Box[]): CriticalChain {
  const lanes: number[] = [];
  let [busyMs, gapMs] = [0, 0];
  chain.forEach((box, at) => {
    if (lanes.at(-1) !== box.lane) lanes.push(box.lane);
    busyMs += box.stop - box.start;
    const previous = chain[at - 1];
    if (previous !== undefined) gapMs += box.start - previous.stop;
  });
  const longest = [...chain].sort((a, b) => b.stop - b.start - (a.stop - a.start)).slice(0, LONGEST);
  return {
    links: chain.map(({ id }) => id),
    leadMs: chain[0]?.start ?? 0,
    busyMs,
    gapMs,
    lanes,
    longest: longest.map(({ id }) => id),
  };
}
