import {
  CoreApp,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  dateTime,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { type Query } from '@testmetrics/questions';
import { lastValueFrom, type Observable } from 'rxjs';
import { DATASOURCE_TYPE, MYSQL_TYPE, type MysqlTarget } from './query/query';
import { TEXTS } from './texts';

/** Sends targets to the MySQL datasource. */
export type Send = (request: DataQueryRequest<MysqlTarget>) => Observable<DataQueryResponse>;

let requests = 0;

/**
 * Asks one question for ourselves (completion, health, choices of a variable) and gives its frames.
 *
 * @throws {Error} with the server's words, where it could not be answered.
 */
export async function runSql(send: Send, mysqlUid: string, query: Query, range = lastDay()): Promise<DataFrame[]> {
  const response = await lastValueFrom(send(sqlRequest(mysqlUid, query, range)), {
    defaultValue: { data: [] } as DataQueryResponse,
  });
  const error = response.errors?.[0] ?? response.error;
  if (error !== undefined) throw new Error(error.data?.message ?? error.message ?? TEXTS.answer.noReason);
  return response.data as DataFrame[];
}

/** Each request has an id of its own: Grafana cancels the older of two with the same id. */
export function sqlRequest(
  mysqlUid: string,
  { sql, format }: Query,
  range: TimeRange,
  scopedVars: ScopedVars = {},
): DataQueryRequest<MysqlTarget> {
  requests += 1;
  return {
    app: CoreApp.Unknown,
    requestId: `${DATASOURCE_TYPE}-${requests}`,
    range,
    scopedVars,
    targets: [{ refId: 'A', datasource: { type: MYSQL_TYPE, uid: mysqlUid }, rawSql: sql, format }],
    interval: '1m',
    intervalMs: 60_000,
    timezone: 'utc',
    startTime: Date.now(),
  };
}

export function lastDay(): TimeRange {
  const to = dateTime();
  const from = dateTime(to).subtract(1, 'day');
  return { from, to, raw: { from: 'now-1d', to: 'now' } };
}
