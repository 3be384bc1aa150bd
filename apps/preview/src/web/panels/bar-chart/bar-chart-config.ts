import { type GrafanaTheme2 } from '@grafana/data';
import { AxisPlacement, ScaleDirection, ScaleDistribution, ScaleOrientation } from '@grafana/schema';
import { UPlotConfigBuilder } from '@grafana/ui';
import uPlot from 'uplot';
import { type Bar } from './to-bars';

/** Share of a row that its bar fills. */
const BAR_SHARE = 0.7;

/** Room for the longest value at the end of the longest bar, as a share of the axis. */
const LABEL_SHARE = 0.25;

/** How uPlot draws lying bars: names from top to bottom, values behind the bars' ends. */
export function barChartConfig(bars: readonly Bar[], theme: GrafanaTheme2): UPlotConfigBuilder {
  const builder = new UPlotConfigBuilder();
  builder.setPadding([4, 8, 4, 0]);
  builder.setCursor({ show: false });
  builder.addScale({
    scaleKey: 'x',
    isTime: false,
    orientation: ScaleOrientation.Vertical,
    direction: ScaleDirection.Down,
    distribution: ScaleDistribution.Ordinal,
    range: () => [-0.5, bars.length - 0.5],
  });
  const longest = Math.max(0, ...bars.map((bar) => bar.value));
  builder.addScale({
    scaleKey: 'y',
    orientation: ScaleOrientation.Horizontal,
    direction: ScaleDirection.Right,
    range: () => [0, longest * (1 + LABEL_SHARE) || 1],
  });
  builder.addAxis({
    scaleKey: 'x',
    isTime: false,
    placement: AxisPlacement.Left,
    grid: { show: false },
    ticks: { show: false },
    splits: () => bars.map((_, index) => index),
    values: () => bars.map((bar) => bar.name),
    theme,
  });
  // Without one of its own, uPlot would draw a default axis for the values, which stand behind the bars.
  builder.addAxis({ scaleKey: 'y', placement: AxisPlacement.Hidden, show: false, theme });
  builder.addSeries({
    scaleKey: 'y',
    theme,
    pathBuilder: uPlot.paths.bars?.({ size: [BAR_SHARE, 60], disp: barColors(bars) }) as never,
    pxAlign: true,
    lineWidth: 0,
    fillOpacity: 100,
    lineColor: bars[0]?.color ?? '#808080',
    show: true,
  } as never);
  builder.addHook('draw', (plot) => drawValues(plot, bars, theme));
  return builder;
}

function barColors(bars: readonly Bar[]) {
  const colors = { unit: 3, values: () => bars.map((bar) => bar.color) };
  return { fill: colors, stroke: colors } as never;
}

function drawValues(plot: uPlot, bars: readonly Bar[], theme: GrafanaTheme2): void {
  const { ctx } = plot;
  ctx.save();
  ctx.font = `${12 * uPlot.pxRatio}px ${theme.typography.fontFamily}`;
  ctx.fillStyle = theme.colors.text.primary;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  bars.forEach((bar, index) => {
    const x = plot.valToPos(bar.value, 'y', true) + 6 * uPlot.pxRatio;
    ctx.fillText(bar.text, x, plot.valToPos(index, 'x', true));
  });
  ctx.restore();
}
