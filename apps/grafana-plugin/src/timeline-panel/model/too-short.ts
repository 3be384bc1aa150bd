import { lastAtMost } from './row-layout';
import { type Timeline } from './timeline';
import { type Viewport } from './viewport';

/** Narrower than this, a box cannot be told from its neighbours. */
const VISIBLE_PX = 2;

export interface ShortCount {
  /** In the shown time, over all workers. */
  readonly shown: number;
  readonly tooShort: number;
}

/** How many boxes of the shown time are too short to see. */
export function countTooShort({ lanes }: Timeline, view: Viewport, width: number): ShortCount {
  const limit = (VISIBLE_PX * (view.to - view.from)) / Math.max(1, width);
  let [shown, tooShort] = [0, 0];
  for (const { starts, stops } of lanes.flatMap(({ rows }) => rows)) {
    const last = lastAtMost(starts, view.to);
    for (let at = last; at >= 0 && (stops[at] as number) >= view.from; at--) {
      shown++;
      if ((stops[at] as number) - (starts[at] as number) < limit) tooShort++;
    }
  }
  return { shown, tooShort };
}

export function isTooShort(start: number, stop: number, view: Viewport, width: number): boolean {
  return stop - start < (VISIBLE_PX * (view.to - view.from)) / Math.max(1, width);
}
