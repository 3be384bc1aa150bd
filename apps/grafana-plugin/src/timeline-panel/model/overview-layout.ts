import { type RowLayout } from './row-layout';
import { type Timeline } from './timeline';

/** All lanes in little height: the rows of a lane lie on each other. */
export function layoutOverview({ lanes }: Timeline, height: number): RowLayout {
  const share = height / lanes.length;
  const gap = share >= 4 ? 1 : 0;
  const laneTops = lanes.map((_, lane) => lane * share);
  return {
    // The painting leaves a pixel free below each row.
    rowHeight: Math.max(1, share - gap) + 1,
    laneGap: 0,
    laneTops,
    laneHeights: lanes.map(() => share),
    rowTops: lanes.flatMap(({ rows }, lane) => rows.map(() => laneTops[lane] ?? 0)),
    contentHeight: height,
  };
}
