import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeValueMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as BarChartBuilder } from '@grafana/grafana-foundation-sdk/barchart';
import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import { questionTarget } from '../datasource';
import { NEUTRAL_COLOR } from '../palette';
import { type Measured } from './described';
import { fixedColor } from './time-panel';

/** Lying bars, one a row, named by the field `nameField`. */
export function barChart(
  options: Measured & { readonly nameField: string; readonly valueField: string },
): BarChartBuilder {
  return new BarChartBuilder()
    .title(options.title)
    .description(options.description)
    .withTarget(questionTarget(options.question))
    .noValue(options.noData)
    .unit(options.unit)
    .span(options.width)
    .height(options.height)
    .xField(options.nameField)
    .orientation(VizOrientation.Horizontal)
    .showValue(VisibilityMode.Always)
    .barWidth(0.8)
    .fillOpacity(85)
    .lineWidth(0)
    .min(0)
    .xTickLabelMaxLength(28)
    .overrideByName(options.valueField, [fixedColor(NEUTRAL_COLOR)])
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(false)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Single));
}

/** Thin bars of one row's figures against each other. */
export function barGauge(options: Measured & { readonly colors: Readonly<Record<string, string>> }): BarGaugeBuilder {
  const panel = new BarGaugeBuilder()
    .title(options.title)
    .description(options.description)
    .withTarget(questionTarget(options.question))
    .noValue(options.noData)
    .unit(options.unit)
    .span(options.width)
    .height(options.height)
    .min(0)
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Basic)
    .valueMode(BarGaugeValueMode.Text)
    .namePlacement(BarGaugeNamePlacement.Left)
    .showUnfilled(true)
    .text(new VizTextDisplayOptionsBuilder().titleSize(13).valueSize(16))
    .reduceOptions(new ReduceDataOptionsBuilder().values(false).calcs(['lastNotNull']).fields(''));
  return Object.entries(options.colors).reduce(
    (colored, [name, color]) => colored.overrideByName(name, [fixedColor(color)]),
    panel,
  );
}
