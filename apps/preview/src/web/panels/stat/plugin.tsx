import {
  type FieldDisplay,
  getDisplayValueAlignmentFactors,
  getFieldDisplayValues,
  PanelPlugin,
  type DisplayValueAlignmentFactors,
} from '@grafana/data';
import {
  BigValue,
  type BigValueColorMode,
  BigValueGraphMode,
  type BigValueJustifyMode,
  type BigValueTextMode,
  VizRepeater,
  useTheme2,
} from '@grafana/ui';
import { type VizOrientation, type ReduceDataOptions, type VizTextDisplayOptions } from '@grafana/schema';
import { type FilledPanelProps, withData } from '../shared/with-data';

interface Options {
  readonly reduceOptions: ReduceDataOptions;
  readonly orientation: VizOrientation;
  readonly colorMode: BigValueColorMode;
  readonly justifyMode: BigValueJustifyMode;
  readonly textMode: BigValueTextMode;
  readonly text: VizTextDisplayOptions;
}

/** Big figures, as many as the query gives. */
function StatPanel(props: FilledPanelProps<Options>) {
  const { width, height, options, data, fieldConfig, replaceVariables, timeZone, renderCounter } = props;
  const theme = useTheme2();
  const { reduceOptions } = options;
  const getValues = () =>
    getFieldDisplayValues({ fieldConfig, reduceOptions, replaceVariables, theme, data: data.series, timeZone });
  return (
    <VizRepeater<FieldDisplay, DisplayValueAlignmentFactors>
      getValues={getValues}
      getAlignmentFactors={(values) => getDisplayValueAlignmentFactors(values)}
      renderValue={({ value, width: cellWidth, height: cellHeight, count, alignmentFactors }) => (
        <BigValue
          value={value.display}
          count={count}
          width={cellWidth}
          height={cellHeight}
          alignmentFactors={alignmentFactors}
          theme={theme}
          colorMode={options.colorMode}
          graphMode={BigValueGraphMode.None}
          justifyMode={options.justifyMode}
          textMode={options.textMode}
          text={options.text}
        />
      )}
      source={data}
      width={width}
      height={height}
      renderCounter={renderCounter}
      orientation={options.orientation}
      autoGrid
    />
  );
}

export const statPlugin = new PanelPlugin<Options>(withData(StatPanel)).useFieldConfig();
