import { type DataFrame } from '@grafana/data';
import { type UPlotConfigBuilder, useTheme2 } from '@grafana/ui';
import { useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { type Mark, toMarks } from './to-marks';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly frames: readonly DataFrame[];
}

/** Lines down the chart at each event. */
export function AnnotationMarks({ config, frames }: Props) {
  const theme = useTheme2();
  const drawn = useRef<{ marks: readonly Mark[]; plot: uPlot | null }>({ marks: [], plot: null });
  useLayoutEffect(() => {
    config.addHook('init', (plot) => void (drawn.current.plot = plot));
    config.addHook('draw', (plot) => draw(plot, drawn.current.marks));
  }, [config]);
  useLayoutEffect(() => {
    drawn.current.marks = toMarks(frames).map((mark) => ({
      ...mark,
      color: theme.visualization.getColorByName(mark.color),
    }));
    // Events may come later than the series.
    drawn.current.plot?.redraw(false, false);
  }, [frames, theme]);
  return null;
}

function draw(plot: uPlot, marks: readonly Mark[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = window.devicePixelRatio;
  ctx.setLineDash([4 * window.devicePixelRatio, 4 * window.devicePixelRatio]);
  for (const { timeMs, color } of marks) {
    const x = Math.round(plot.valToPos(timeMs, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    ctx.strokeStyle = color;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}
