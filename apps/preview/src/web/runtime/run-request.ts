import {
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
  toDataFrame,
} from '@grafana/data';
import { catchError, from, map, type Observable, of, startWith } from 'rxjs';

type Query = (request: DataQueryRequest) => Observable<DataQueryResponse> | Promise<DataQueryResponse>;

/** Runs a panel's queries: loading first, then frames, or the error that panels show. */
export function runRequest(
  datasource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: Query,
): Observable<PanelData> {
  const started: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range, request };
  return from((queryFunction ?? datasource.query.bind(datasource))(request)).pipe(
    map((response) => finished(started, response)),
    catchError((error: unknown) => of({ ...started, state: LoadingState.Error, error: toError(error) })),
    startWith(started),
  );
}

function finished(started: PanelData, response: DataQueryResponse): PanelData {
  const series = response.data.map((item) => toDataFrame(item) as DataFrame);
  const error = response.error ?? response.errors?.[0];
  if (error === undefined) return { ...started, state: LoadingState.Done, series };
  return { ...started, state: LoadingState.Error, series, error, errors: response.errors ?? [error] };
}

function toError(error: unknown): DataQueryError {
  const { message, data } = error as { message?: string; data?: { message?: string } };
  return { message: data?.message ?? message ?? String(error) };
}
