import React, { memo, useEffect, useRef } from 'react';
import { AXIS_HEIGHT } from '../draw/paint-axis';
import { paintLabels } from '../draw/paint-lanes';
import { paintScene } from '../draw/paint-scene';
import { makeCanvas, makePatterns, type PatternOf } from '../draw/patterns';
import { makeTicks } from '../model/ticks';
import { frameOf, type LanesPlace } from './lanes-place';
import { type RunScene } from './run-scene';
import { useCanvas } from './use-canvas';

interface Props {
  readonly scene: RunScene;
  readonly place: LanesPlace;
  readonly className: string;
}

/** Names, axis and boxes. Painted anew when the view or the run changes, not when the pointer moves. */
export const BoxesCanvas = memo(function BoxesCanvas({ scene, place, className }: Props): React.ReactElement {
  const { timeline, store, palette, times } = scene;
  const { layout, size, indent, width, height } = place;
  const canvas = useRef<HTMLCanvasElement>(null);
  const patterns = useRef<{ readonly key: string; readonly of: PatternOf } | null>(null);
  const draw = useCanvas(canvas, size, (context, density) => {
    const key = `${density} ${palette.background}`;
    if (patterns.current?.key !== key) {
      patterns.current = { key, of: makePatterns(context, palette.inks, density, makeCanvas) };
    }
    const frame = frameOf(store, place, density);
    const selectedLane = timeline.boxes[scene.selected]?.lane ?? -1;
    context.save();
    context.beginPath();
    context.rect(0, AXIS_HEIGHT, indent, height);
    context.clip();
    context.translate(0, AXIS_HEIGHT);
    paintLabels(context, { ...scene, layout, width: indent, height, scrollTop: frame.scrollTop, selectedLane });
    context.restore();
    context.translate(indent, 0);
    const ticks = makeTicks(frame.view, width, times.isClock ? timeline.origin : 0);
    paintScene(context, { ...scene, layout, frame, ticks, format: times.axis, patternOf: patterns.current.of });
  });
  useEffect(() => store.subscribe(draw), [store, draw]);
  return <canvas ref={canvas} className={className} style={size} aria-hidden="true" />;
});
