import { type Attempt } from './attempt';
import { type Idle, idleOf } from './idle';
import { rankOf } from './kind';
import { packRows } from './pack-rows';
import { compareWorkers, workerLabel } from './worker-order';

/** An attempt with a place in time. Times are milliseconds since the timeline's origin. */
export interface Box {
  /** Its place in {@link Timeline.attempts}. */
  readonly id: number;
  readonly start: number;
  /** Not before the start; the end of the run where it never ended. */
  readonly stop: number;
  readonly lane: number;
  /** Counted over all lanes. */
  readonly row: number;
  /** It never ended: its stop is only the end of what is known. */
  readonly isOpen: boolean;
}

/** Boxes that do not overlap, by start; arrays of numbers, since they are walked at every frame. */
export interface Row {
  readonly starts: Float64Array;
  readonly stops: Float64Array;
  readonly ids: Int32Array;
  /** See `rankOf`. */
  readonly ranks: Uint8Array;
}

export interface Lane {
  readonly worker: string;
  readonly label: string;
  /** Its place among all rows. */
  readonly firstRow: number;
  readonly rows: readonly Row[];
  /** The ids of its boxes by start. */
  readonly order: readonly number[];
  readonly idle: Idle;
}

export interface Timeline {
  readonly attempts: readonly Attempt[];
  /** The box of each attempt; undefined where it has no time. */
  readonly boxes: readonly (Box | undefined)[];
  readonly lanes: readonly Lane[];
  /** The ids of attempts without any time. */
  readonly unplaced: readonly number[];
  /** Milliseconds since 1970 of the first start. */
  readonly origin: number;
  /** From the first start to the last stop. */
  readonly wallMs: number;
  /** How many tests, each counted once however often it was tried. */
  readonly tests: number;
}

interface Placed {
  readonly id: number;
  readonly start: number;
  readonly stop: number;
  readonly isOpen: boolean;
}

/** Lays the attempts of a run out in time. At least one of them has a time. */
export function buildTimeline(attempts: readonly Attempt[]): Timeline {
  const [origin, end] = extentOf(attempts);
  const wallMs = end - origin;
  const byWorker = new Map<string, Placed[]>();
  const unplaced: number[] = [];
  attempts.forEach((attempt, id) => {
    const placed = place(attempt, id, origin, wallMs);
    if (placed === null) {
      unplaced.push(id);
      return;
    }
    const lane = byWorker.get(attempt.worker);
    if (lane === undefined) byWorker.set(attempt.worker, [placed]);
    else lane.push(placed);
  });
  const boxes: (Box | undefined)[] = attempts.map(() => undefined);
  const workers = [...byWorker.keys()].sort(compareWorkers);
  let firstRow = 0;
  const lanes = workers.map((worker, lane) => {
    const placed = (byWorker.get(worker) ?? []).sort((a, b) => a.start - b.start || a.stop - b.stop || a.id - b.id);
    const packing = packRows(placed);
    placed.forEach(({ id, start, stop, isOpen }, at) => {
      // A spread costs ten times as much, and there are 20,000 of them.
      boxes[id] = { id, start, stop, lane, row: firstRow + (packing.rows[at] as number), isOpen };
    });
    const rows = toRows(placed, packing.rows, packing.count, attempts);
    const order = placed.map(({ id }) => id);
    const label = workerLabel(worker, workers.length);
    const built: Lane = { worker, label, firstRow, rows, order, idle: idleOf(placed, wallMs) };
    firstRow += packing.count;
    return built;
  });
  const tests = new Set(attempts.map(({ test }) => test)).size;
  return { attempts, boxes, lanes, unplaced, origin, wallMs, tests };
}

/** How many rows all lanes have. */
export function countRows(timeline: Timeline): number {
  return timeline.lanes.reduce((sum, { rows }) => sum + rows.length, 0);
}

function extentOf(attempts: readonly Attempt[]): readonly [number, number] {
  let [from, to] = [Infinity, -Infinity];
  for (const { start, stop } of attempts) {
    const first = start ?? stop;
    if (first === null) continue;
    const second = stop ?? first;
    from = Math.min(from, first, second);
    to = Math.max(to, first, second);
  }
  return [from, to];
}

/** One that stopped before it started, or that has one time only, is a moment at the time that it has. */
function place({ start, stop, kind }: Attempt, id: number, origin: number, wallMs: number): Placed | null {
  const from = start ?? stop;
  if (from === null) return null;
  const isOpen = kind === 'unfinished' && (stop === null || start === null || stop <= start);
  const to = isOpen ? origin + wallMs : Math.max(from, stop ?? from);
  return { id, start: from - origin, stop: to - origin, isOpen };
}

function toRows(
  placed: readonly Placed[],
  rowOf: readonly number[],
  count: number,
  attempts: readonly Attempt[],
): readonly Row[] {
  const members: Placed[][] = Array.from({ length: count }, () => []);
  placed.forEach((span, at) => members[rowOf[at] as number]?.push(span));
  return members.map((spans) => toRow(spans, attempts));
}

function toRow(spans: readonly Placed[], attempts: readonly Attempt[]): Row {
  const { length } = spans;
  const row = {
    starts: new Float64Array(length),
    stops: new Float64Array(length),
    ids: new Int32Array(length),
    ranks: new Uint8Array(length),
  };
  spans.forEach(({ id, start, stop }, at) => {
    row.starts[at] = start;
    row.stops[at] = stop;
    row.ids[at] = id;
    row.ranks[at] = rankOf((attempts[id] as Attempt).kind);
  });
  return row;
}
