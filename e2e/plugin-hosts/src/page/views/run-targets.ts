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

/** Asks a datasource as panels do: hidden and unfinished queries stay out, the interval follows the range. */
export async function runTargets(
  datasource: DataSourceApi,
  { targets, range, app = 'dashboard', query = datasource.query.bind(datasource) }: RunOptions,
): Promise<DataQueryResponse> {
  requests += 1;
  const { interval, intervalMs } = rangeUtil.calculateInterval(range, 1000);
  const scopedVars: ScopedVars = {
    __interval: { text: interval, value: interval },
    __interval_ms: { text: String(intervalMs), value: intervalMs },
  };
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
    targets: targets.filter((target) => datasource.filterQuery?.(target) ?? target.hide !== true),
  };
  return lastValueFrom(from(query(request as DataQueryRequest)), { defaultValue: { data: [] } });
}
