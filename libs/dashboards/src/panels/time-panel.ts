import {
  AxisPlacement,
  BarAlignment,
  GraphDrawStyle,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { type DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { questionTarget } from '../datasource';
import { OUTCOME_COLORS, type OutcomeName } from '../palette';
import { type Measured } from './described';

/** Bars that stand on each other, a bucket each, in the outcomes' colors. */
export function outcomeBars(options: Measured & { readonly outcomes: readonly OutcomeName[] }): PanelBuilder {
  const panel = bars(options).stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  return options.outcomes.reduce(
    (colored, name) => colored.overrideByName(name, [fixedColor(OUTCOME_COLORS[name])]),
    panel,
  );
}

/** A bar a bucket, from the bucket's start to its end. */
export function bars(options: Measured): PanelBuilder {
  return base(options)
    .drawStyle(GraphDrawStyle.Bars)
    .barAlignment(BarAlignment.After)
    .barWidthFactor(0.9)
    .lineWidth(0)
    .fillOpacity(85)
    .min(0);
}

/** Lines with a point at every value, since buckets without runs have none. */
export function lines(options: Measured): PanelBuilder {
  return base(options)
    .drawStyle(GraphDrawStyle.Line)
    .lineWidth(2)
    .fillOpacity(0)
    .showPoints(VisibilityMode.Always)
    .pointSize(4)
    .min(0);
}

export function fixedColor(color: string): DynamicConfigValue {
  return { id: 'color', value: { mode: 'fixed', fixedColor: color } };
}

/** Draws a series as single points. */
export const AS_POINTS: readonly DynamicConfigValue[] = [
  { id: 'custom.drawStyle', value: 'points' },
  { id: 'custom.pointSize', value: 5 },
];

/** Draws a series of counts as pale bars against an axis at the right: what the line before them stands on. */
export function asBackgroundBars(label: string): DynamicConfigValue[] {
  return [
    { id: 'custom.drawStyle', value: 'bars' },
    { id: 'custom.barAlignment', value: 1 },
    { id: 'custom.barWidthFactor', value: 0.9 },
    { id: 'custom.lineWidth', value: 0 },
    { id: 'custom.fillOpacity', value: 25 },
    { id: 'custom.axisPlacement', value: 'right' },
    { id: 'custom.axisLabel', value: label },
    { id: 'custom.axisGridShow', value: false },
    { id: 'custom.showPoints', value: 'never' },
    { id: 'unit', value: 'short' },
    { id: 'max', value: null },
  ];
}

/** Columns that another panel shows. */
export const HIDDEN_SERIES: DynamicConfigValue[] = [
  { id: 'custom.hideFrom', value: { viz: true, legend: true, tooltip: true } },
  { id: 'custom.axisPlacement', value: 'hidden' },
];

function base(options: Measured): PanelBuilder {
  return new PanelBuilder()
    .title(options.title)
    .description(options.description)
    .withTarget(questionTarget(options.question))
    .noValue(options.noData)
    .unit(options.unit)
    .span(options.width)
    .height(options.height)
    .axisPlacement(AxisPlacement.Auto)
    .showPoints(VisibilityMode.Never)
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.None));
}
