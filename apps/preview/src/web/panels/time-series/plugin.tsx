import {
  cacheFieldDisplayNames,
  type DataFrame,
  FieldColorModeId,
  FieldConfigProperty,
  PanelPlugin,
} from '@grafana/data';
import { type VizLegendOptions, type VizTooltipOptions } from '@grafana/schema';
import { TimeSeries } from '@grafana/ui';
import { useMemo } from 'react';
import { customFields } from '../shared/custom-fields';
import { type FilledPanelProps, withData } from '../shared/with-data';
import { AnnotationMarks } from './annotation-marks';
import { TimeSeriesTooltip } from './time-series-tooltip';

interface Options {
  readonly legend: VizLegendOptions;
  readonly tooltip: VizTooltipOptions;
}

/** Series over time; dragging over it zooms all panels. */
function TimeSeriesPanel(props: FilledPanelProps<Options>) {
  const { frames, width, height, options, timeRange, timeZone, data, onChangeTimeRange } = props;
  const drawn = useMemo(() => drawable(frames), [frames]);
  return (
    <TimeSeries
      frames={drawn}
      width={width}
      height={height}
      timeRange={timeRange}
      timeZone={timeZone}
      legend={options.legend}
      options={options}
      {...(data.structureRev === undefined ? {} : { structureRev: data.structureRev })}
    >
      {(config, alignedFrame) => (
        <>
          <AnnotationMarks config={config} frames={data.annotations ?? []} />
          <TimeSeriesTooltip
            config={config}
            frame={alignedFrame}
            options={options.tooltip}
            timeZone={timeZone}
            onZoom={onChangeTimeRange}
          />
        </>
      )}
    </TimeSeries>
  );
}

/** Names and positions that legend and tooltip look for. */
function drawable(frames: readonly DataFrame[]): DataFrame[] {
  const copies = frames.map((frame, frameIndex) => ({
    ...frame,
    fields: frame.fields.map((field, fieldIndex) => ({
      ...field,
      state: { ...field.state, origin: { frameIndex, fieldIndex } },
    })),
  }));
  cacheFieldDisplayNames(copies);
  let seriesIndex = 0;
  for (const field of copies.flatMap((frame) => frame.fields)) {
    if (field.type === 'number') field.state = { ...field.state, seriesIndex: seriesIndex++ };
  }
  return copies;
}

const FIELDS = {
  drawStyle: 'line',
  lineInterpolation: 'linear',
  lineWidth: 1,
  lineStyle: { fill: 'solid' },
  fillOpacity: 0,
  gradientMode: 'none',
  barAlignment: 0,
  barWidthFactor: 0.6,
  barMaxWidth: undefined,
  showPoints: 'auto',
  pointSize: 5,
  stacking: { mode: 'none', group: 'A' },
  spanNulls: false,
  insertNulls: false,
  axisPlacement: 'auto',
  axisLabel: '',
  axisWidth: undefined,
  axisColorMode: 'text',
  axisBorderShow: false,
  axisGridShow: undefined,
  axisSoftMin: undefined,
  axisSoftMax: undefined,
  axisCenteredZero: false,
  scaleDistribution: { type: 'linear' },
  thresholdsStyle: { mode: 'off' },
  hideFrom: { viz: false, legend: false, tooltip: false },
};

export const timeSeriesPlugin = new PanelPlugin<Options>(withData(TimeSeriesPanel)).useFieldConfig({
  standardOptions: {
    [FieldConfigProperty.Color]: { defaultValue: { mode: FieldColorModeId.PaletteClassic } },
  },
  useCustomConfig: customFields(FIELDS) as never,
});
