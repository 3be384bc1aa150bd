import {
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  getDefaultTimeRange,
  type MetricFindValue,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { type DataQuery } from '@grafana/schema';
import { lastValueFrom, type Observable } from 'rxjs';
import { toOptions } from './to-options';

export interface SqlQuery extends DataQuery {
  readonly rawSql?: string;
  readonly format?: 'table' | 'time_series';
}

interface FindOptions {
  readonly range?: TimeRange;
  readonly scopedVars?: ScopedVars;
}

let requests = 0;

/** The page's side of Grafana's MySQL datasource, as far as dashboards use it: queries, and lists for variables. */
export class MysqlDatasource extends DataSourceWithBackend<SqlQuery> {
  constructor(settings: DataSourceInstanceSettings) {
    super(settings as never);
  }

  override query(request: DataQueryRequest<SqlQuery>): Observable<DataQueryResponse> {
    return super.query({ ...request, targets: request.targets.map(({ datasource: _, ...target }) => target) });
  }

  override applyTemplateVariables(query: SqlQuery, scopedVars: ScopedVars): SqlQuery {
    const { refId, rawSql = '', format = 'table' } = query;
    return { refId, format, rawSql: getTemplateSrv().replace(rawSql, scopedVars, quoted) };
  }

  override filterQuery(query: SqlQuery): boolean {
    return query.hide !== true && Boolean(query.rawSql);
  }

  /** The rows of a variable's query as choices. */
  override async metricFindQuery(rawSql: string, { range, scopedVars }: FindOptions = {}): Promise<MetricFindValue[]> {
    requests += 1;
    const response = await lastValueFrom(
      this.query({
        app: 'dashboard',
        requestId: `variable-${requests}`,
        range: range ?? getDefaultTimeRange(),
        scopedVars: scopedVars ?? {},
        targets: [{ refId: 'variable', rawSql, format: 'table' }],
        interval: '1m',
        intervalMs: 60_000,
        timezone: 'utc',
        startTime: Date.now(),
      }),
    );
    const error = response.errors?.[0] ?? response.error;
    if (error !== undefined) throw new Error(error.message ?? 'The choices cannot be loaded.');
    return toOptions(response.data[0]);
  }
}

/** Variables that name no format of their own; ours all do. Several values become a list of literals, as in Grafana. */
function quoted(value: unknown): string {
  const literal = (item: unknown) => `'${String(item).replaceAll("'", "''")}'`;
  return Array.isArray(value) ? value.map(literal).join(',') : String(value);
}
