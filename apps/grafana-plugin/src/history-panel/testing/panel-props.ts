import { type DataFrame, dateTime, EventBusSrv, LoadingState, type PanelProps } from '@grafana/data';
import { DEFAULT_OPTIONS, type HistoryOptions } from '../options';
import { FIRST_RUN_AT } from './frames';

interface Changes {
  readonly options?: Partial<HistoryOptions>;
  readonly state?: LoadingState;
  readonly error?: string;
  readonly noValue?: string;
  readonly width?: number;
  readonly height?: number;
  readonly onChangeTimeRange?: (range: unknown) => void;
}

/** What Grafana gives a panel of 1000 x 400 pixels. */
export function panelProps(series: DataFrame[], changes: Changes = {}): PanelProps<HistoryOptions> {
  const [from, to] = [dateTime(FIRST_RUN_AT), dateTime(FIRST_RUN_AT + 7 * 86_400_000)];
  const timeRange = { from, to, raw: { from: 'now-7d', to: 'now' } };
  const { state = LoadingState.Done, error, noValue, options, width = 1000, height = 400 } = changes;
  return {
    ...{ id: 1, title: 'History', width, height, timeZone: 'utc', timeRange, transparent: false, renderCounter: 0 },
    data: { state, series, timeRange, ...(error === undefined ? {} : { error: { message: error } }) },
    options: { ...DEFAULT_OPTIONS, ...options },
    fieldConfig: { defaults: noValue === undefined ? {} : { noValue }, overrides: [] },
    eventBus: new EventBusSrv(),
    replaceVariables: (text) => text.replace('${job:queryparam}', 'var-job=4'),
    onChangeTimeRange: changes.onChangeTimeRange ?? (() => undefined),
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
  };
}
