import { type GrafanaTheme2, rangeUtil, type TimeRange } from '@grafana/data';
import { type HostSettings } from '../host-settings';
import { type PluginLoader } from '../plugin-loader';
import { type Templates } from '../template-service';

/** What every view is given. */
export interface Host {
  readonly settings: HostSettings;
  readonly loader: PluginLoader;
  readonly templates: Templates;
  readonly theme: GrafanaTheme2;
}

export const DATASOURCE_ID = 'testmetrics-ci-datasource';

/** The words after the question mark. */
export function search(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}

/** The time range of the address, or else this one. */
export function timeRange(from = 'now-30d', to = 'now'): TimeRange {
  return rangeUtil.convertRawToRange({ from: search().get('from') ?? from, to: search().get('to') ?? to });
}
