import { cacheFieldDisplayNames, PanelPlugin } from '@grafana/data';
import { type TableCellHeight, type TableSortByFieldState } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';
import { useMemo } from 'react';
import { customFields } from '../shared/custom-fields';
import { type FilledPanelProps, withData } from '../shared/with-data';

interface Options {
  readonly cellHeight?: TableCellHeight;
  readonly showHeader?: boolean;
  readonly sortBy?: TableSortByFieldState[];
}

/** Rows; hidden columns stay in the data for the links that need them. */
function TablePanel({
  frames,
  width,
  height,
  options,
  timeRange,
  fieldConfig,
  data,
  title,
}: FilledPanelProps<Options>) {
  const frame = useMemo(() => {
    // Without this, renamed headings and sorting by them are wrong.
    cacheFieldDisplayNames([...frames]);
    return frames[0];
  }, [frames]);
  if (frame === undefined) return null;
  return (
    <TableNG
      ariaLabel={title}
      data={frame}
      width={width}
      height={height}
      noHeader={options.showHeader === false}
      sortBy={options.sortBy ?? []}
      timeRange={timeRange}
      fieldConfig={fieldConfig}
      enableSharedCrosshair={false}
      {...(options.cellHeight === undefined ? {} : { cellHeight: options.cellHeight })}
      {...(data.structureRev === undefined ? {} : { structureRev: data.structureRev })}
    />
  );
}

const FIELDS = {
  width: undefined,
  minWidth: undefined,
  align: 'auto',
  cellOptions: { type: 'auto' },
  inspect: false,
  wrapText: false,
  hidden: false,
  'hideFrom.viz': undefined,
  filterable: false,
};

export const tablePlugin = new PanelPlugin<Options>(withData(TablePanel)).useFieldConfig({
  useCustomConfig: customFields(FIELDS) as never,
});
