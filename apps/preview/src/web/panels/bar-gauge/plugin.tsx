import {
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  PanelPlugin,
} from '@grafana/data';
import {
  type BarGaugeDisplayMode,
  type BarGaugeNamePlacement,
  type BarGaugeValueMode,
  type ReduceDataOptions,
  type VizOrientation,
  type VizTextDisplayOptions,
} from '@grafana/schema';
import { BarGauge, useTheme2, VizRepeater } from '@grafana/ui';
import { type FilledPanelProps, withData } from '../shared/with-data';

interface Options {
  readonly reduceOptions: ReduceDataOptions;
  readonly orientation: VizOrientation;
  readonly displayMode: BarGaugeDisplayMode;
  readonly valueMode: BarGaugeValueMode;
  readonly namePlacement: BarGaugeNamePlacement;
  readonly showUnfilled: boolean;
  readonly text?: VizTextDisplayOptions;
}

const SPACING = 8;

/** Bars of figures against their common greatest. */
function BarGaugePanel(props: FilledPanelProps<Options>) {
  const { width, height, options, data, fieldConfig, replaceVariables, timeZone, renderCounter } = props;
  const theme = useTheme2();
  const { reduceOptions } = options;
  const getValues = () =>
    getFieldDisplayValues({ fieldConfig, reduceOptions, replaceVariables, theme, data: data.series, timeZone });
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={getValues}
      getAlignmentFactors={(values) => getDisplayValueAlignmentFactors(values)}
      renderValue={({ value, width: barWidth, height: barHeight, orientation, count, alignmentFactors }) => (
        <BarGauge
          value={value.display}
          field={value.field}
          {...displayOf(value)}
          width={barWidth}
          height={barHeight}
          orientation={orientation}
          theme={theme}
          itemSpacing={SPACING}
          displayMode={options.displayMode}
          valueDisplayMode={options.valueMode}
          namePlacement={options.namePlacement}
          showUnfilled={options.showUnfilled}
          alignmentFactors={alignmentFactors}
          {...(options.text === undefined ? {} : { text: options.text })}
          isOverflow={count > 20}
        />
      )}
      source={data}
      width={width}
      height={height}
      itemSpacing={SPACING}
      renderCounter={renderCounter}
      orientation={options.orientation}
    />
  );
}

/** How the bar's ends are written; a value without a view has none. */
function displayOf({ view, colIndex }: FieldDisplay) {
  const display = view?.getFieldDisplayProcessor(colIndex ?? 0);
  return display === undefined ? {} : { display };
}

export const barGaugePlugin = new PanelPlugin<Options>(withData(BarGaugePanel)).useFieldConfig();
