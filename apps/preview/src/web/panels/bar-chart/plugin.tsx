import { FieldColorModeId, FieldConfigProperty, PanelPlugin } from '@grafana/data';
import { UPlotChart, useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';
import { customFields } from '../shared/custom-fields';
import { type FilledPanelProps, withData } from '../shared/with-data';
import { barChartConfig } from './bar-chart-config';
import { type Bar, toBars } from './to-bars';

interface Options {
  readonly xField?: string;
  readonly xTickLabelMaxLength?: number;
}

/** Lying bars of one figure, named by a text column. */
function BarChartPanel({ frames, width, height, options }: FilledPanelProps<Options>) {
  const theme = useTheme2();
  const bars = useMemo(() => toBars(frames, options), [frames, options]);
  const config = useMemo(() => barChartConfig(bars, theme), [bars, theme]);
  const data = useMemo(() => [bars.map((_, index) => index), bars.map((bar) => bar.value)], [bars]);
  return (
    <div role="img" aria-label={inWords(bars)}>
      <UPlotChart data={data as [number[], number[]]} config={config} width={width} height={height} />
    </div>
  );
}

/** A canvas says nothing to a screen reader, nor to a test. */
function inWords(bars: readonly Bar[]): string {
  return bars.map((bar) => `${bar.name}: ${bar.text}`).join('; ');
}

const FIELDS = {
  lineWidth: 0,
  fillOpacity: 80,
  axisPlacement: 'auto',
  axisLabel: '',
  hideFrom: { viz: false, legend: false, tooltip: false },
  gradientMode: 'none',
};

export const barChartPlugin = new PanelPlugin<Options>(withData(BarChartPanel)).useFieldConfig({
  standardOptions: { [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } } },
  useCustomConfig: customFields(FIELDS) as never,
});
