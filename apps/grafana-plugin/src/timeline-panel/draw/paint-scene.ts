import { type CriticalChain } from '../model/critical-chain';
import { type RowLayout } from '../model/row-layout';
import { type Ticks } from '../model/ticks';
import { type Timeline } from '../model/timeline';
import { AXIS_HEIGHT, paintAxis } from './paint-axis';
import { paintBoxes, paintBoxTexts, paintMarks } from './paint-boxes';
import { paintChain } from './paint-chain';
import { paintLanes } from './paint-lanes';
import { type Palette } from './palette';
import { type PatternOf } from './patterns';
import { type Frame, planRects } from './rect-plan';

export interface ScenePaint {
  readonly timeline: Timeline;
  readonly layout: RowLayout;
  readonly frame: Frame;
  readonly palette: Palette;
  readonly patternOf: PatternOf;
  readonly bright: Uint8Array | null;
  readonly chain: CriticalChain | null;
  readonly showIdle: boolean;
  readonly ticks: Ticks;
  readonly format: (time: number, stepMs: number) => string;
}

/** Everything that does not follow the pointer: lanes, axis, boxes, marks, chain. From the left end of the time. */
export function paintScene(context: CanvasRenderingContext2D, scene: ScenePaint): void {
  const { timeline, layout, frame, palette, patternOf, bright, chain } = scene;
  const { width, height, view } = frame;
  const plan = planRects(timeline, layout, frame, bright);
  context.save();
  context.beginPath();
  context.rect(0, AXIS_HEIGHT, width, height);
  context.clip();
  context.translate(0, AXIS_HEIGHT);
  paintLanes(context, scene);
  context.restore();
  paintAxis(context, { ...scene, view, width, height: AXIS_HEIGHT + height });
  context.save();
  context.beginPath();
  context.rect(0, AXIS_HEIGHT, width, height);
  context.clip();
  context.translate(0, AXIS_HEIGHT);
  paintBoxes(context, { plan, palette, patternOf });
  paintBoxTexts(context, { plan, attempts: timeline.attempts, palette, rowHeight: layout.rowHeight });
  paintMarks(context, plan, palette, layout.laneGap);
  if (chain !== null) paintChain(context, { timeline, layout, frame, palette, links: chain.links });
  context.restore();
}
