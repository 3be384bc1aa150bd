import {
  type CoreApp,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  rangeUtil,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { type DataQuery } from '@grafana/schema';
import { from, lastValueFrom, type Observable } from 'rxjs';

export interface RunOptions {
  readonly targets: readonly DataQuery[];
  readonly range: TimeRange;
  readonly app?: CoreApp | string;
  readonly query?: (request: DataQueryRequest) => Observable<DataQueryResponse> | Promise<DataQueryResponse>;
}

let requests = 0;

/**
 * Asks a datasource as Grafana does: targets are put upon its default query, hidden and unfinished ones stay out (but not
 * those of variables, which have a way of their own), the interval follows the range.
 */
export async function runTargets(
  datasource: DataSourceApi,
  { targets, range, app = 'dashboard', query }: RunOptions,
): Promise<DataQueryResponse> {
  requests += 1;
  const { interval, intervalMs } = rangeUtil.calculateInterval(range, 1000);
  const scopedVars: ScopedVars = {
    __interval: { text: interval, value: interval },
    __interval_ms: { text: String(intervalMs), value: intervalMs },
  };
  const complete = targets.map((target) => ({ ...datasource.getDefaultQuery?.('panel-editor' as CoreApp), ...target }));
  const isAsked = (target: DataQuery) => datasource.filterQuery?.(target) ?? target.hide !== true;
  const request = {
    app,
    requestId: `Q${requests}`,
    range,
    interval,
    intervalMs,
    maxDataPoints: 1000,
    timezone: 'utc',
    startTime: Date.now(),
    scopedVars,
    targets: query === undefined ? complete.filter(isAsked) : complete,
  };
  const ask = query ?? datasource.query.bind(datasource);
  return lastValueFrom(from(ask(request as DataQueryRequest)), { defaultValue: { data: [] } });
}
