import { type AbsoluteTimeRange, type DataFrame, dateTimeFormat } from '@grafana/data';
import { type SortOrder, TooltipDisplayMode, type VizTooltipOptions } from '@grafana/schema';
import {
  getFieldDisplayItems,
  TooltipPlugin2,
  type UPlotConfigBuilder,
  VizTooltipContent,
  VizTooltipHeader,
  VizTooltipWrapper,
} from '@grafana/ui';
import { type ComponentProps } from 'react';

interface Props {
  readonly config: UPlotConfigBuilder;
  readonly frame: DataFrame;
  readonly options: VizTooltipOptions;
  readonly timeZone: string;
  readonly onZoom: (range: AbsoluteTimeRange) => void;
}

/** The library's enumeration exists only in its types: 0 is the nearest series, 1 all series at the nearest time. */
type HoverMode = ComponentProps<typeof TooltipPlugin2>['hoverMode'];

/** The values under the pointer. */
export function TimeSeriesTooltip({ config, frame, options, timeZone, onZoom }: Props) {
  const time = frame.fields[0];
  if (options.mode === TooltipDisplayMode.None || time === undefined) return null;
  const isMulti = options.mode === TooltipDisplayMode.Multi;
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={(isMulti ? 1 : 0) as HoverMode}
      queryZoom={onZoom}
      clientZoom
      render={(_plot, rows, seriesIndex, isPinned) => {
        const moment = time.values[rows[0] ?? 0] as number;
        const sort = options.sort as SortOrder;
        return (
          <VizTooltipWrapper>
            <VizTooltipHeader item={{ label: '', value: dateTimeFormat(moment, { timeZone }) }} isPinned={isPinned} />
            <VizTooltipContent
              items={getFieldDisplayItems(frame.fields, time, rows, seriesIndex, options.mode, sort)}
              isPinned={isPinned}
            />
          </VizTooltipWrapper>
        );
      }}
    />
  );
}
