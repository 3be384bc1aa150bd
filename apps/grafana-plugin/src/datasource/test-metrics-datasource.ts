import {
  type CoreApp,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
  type TestDataSourceResponse,
  type TimeRange,
} from '@grafana/data';
import { DataSourceWithBackend, getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import { type CompletionRequest } from '@testmetrics/questions';
import { catchError, defer, map, type Observable, of } from 'rxjs';
import { annotationSupport } from './annotations/annotation-support';
import { type Choice, complete } from './completion';
import { healthReport, type HealthReport } from './health/check-health';
import { type AdHocFilter } from './query/ad-hoc-filters';
import { adHocKeys, adHocValues } from './query/ad-hoc-choices';
import { type Compiled, compileQuery } from './query/compile-query';
import { defaultQuery } from './query/default-query';
import { displayText } from './query/display-text';
import { dualForm } from './query/dual-form';
import { importedQuery } from './query/imported-query';
import { isRunnable } from './query/is-runnable';
import { migrateQuery } from './query/migrate-query';
import { MYSQL_TYPE, type MysqlTarget, type TestMetricsOptions, type TestMetricsQuery } from './query/query';
import { fillSql } from './query/sql-texts';
import { templateTexts } from './query/template-texts';
import { isExploring } from './response/is-exploring';
import { type AnswerContext } from './response/shape-frame';
import { shapeResponse } from './response/shape-response';
import { lastDay, runSql } from './run-sql';
import { TEXTS } from './texts';
import { TestMetricsVariables } from './variables/variable-support';

/** Turns questions into SQL and has Grafana's MySQL datasource answer it; everything that decides is a pure function. */
export class TestMetricsDatasource extends DataSourceWithBackend<TestMetricsQuery, TestMetricsOptions> {
  readonly mysqlUid: string;

  constructor(settings: DataSourceInstanceSettings<TestMetricsOptions>) {
    super(settings);
    this.mysqlUid = settings.jsonData.mysqlUid ?? '';
    this.annotations = annotationSupport();
    this.variables = new TestMetricsVariables(this);
  }

  override query(request: DataQueryRequest<TestMetricsQuery>): Observable<DataQueryResponse> {
    const filters = (request as { filters?: readonly AdHocFilter[] }).filters;
    const compiled = request.targets.filter(isRunnable).map((query) => ({
      refId: query.refId,
      ...this.compile(query, request.scopedVars, filters),
    }));
    const problems = compiled.flatMap(({ refId, ...one }) =>
      one.state === 'problem' ? [{ refId, message: one.message }] : [],
    );
    const contexts = new Map<string, AnswerContext>(
      compiled.flatMap(({ refId, ...one }) =>
        one.state === 'ready' && one.question !== null
          ? [[refId, { question: one.question, warnings: one.warnings, isExploring: isExploring(request.app) }]]
          : [],
      ),
    );
    const targets = compiled.flatMap((one) => (one.state === 'ready' ? [one.target] : []));
    return this.send({ ...request, targets }).pipe(map((response) => shapeResponse(response, contexts, problems)));
  }

  /** One request to the server for all targets. What goes wrong on the way is an answer, too. */
  readonly send = (request: DataQueryRequest<MysqlTarget>): Observable<DataQueryResponse> => {
    if (request.targets.length === 0) return of({ data: [] });
    const problem = this.mysqlProblem();
    if (problem !== null) return of(failed(request.targets, problem));
    return defer(() => super.query(request as unknown as DataQueryRequest<TestMetricsQuery>)).pipe(
      catchError((error: unknown) => of(failed(request.targets, messageOf(error)))),
    );
  };

  override filterQuery(query: TestMetricsQuery): boolean {
    return isRunnable(query);
  }

  override interpolateVariablesInQueries(
    queries: TestMetricsQuery[],
    scopedVars: ScopedVars,
    filters?: AdHocFilter[],
  ): TestMetricsQuery[] {
    return queries.map((query) => dualForm(query, this.compile(query, scopedVars, filters)));
  }

  compile(query: TestMetricsQuery, scopedVars?: ScopedVars, filters?: readonly AdHocFilter[]): Compiled {
    const templates = getTemplateSrv();
    return compileQuery(query, {
      mysqlUid: this.mysqlUid,
      replace: templateTexts(templates, scopedVars),
      fillSql: (sql) => fillSql(templates, sql, scopedVars),
      filters: filters ?? this.adHocFilters(),
    });
  }

  /** Grafana before 11 hands no filters over; its template service knows them. */
  private adHocFilters(): readonly AdHocFilter[] {
    const templates = getTemplateSrv() as { getAdhocFilters?: (name: string) => readonly AdHocFilter[] };
    return templates.getAdhocFilters?.(this.name) ?? [];
  }

  /** What keeps every query from being asked, as a sentence; null where nothing does. */
  private mysqlProblem(): string | null {
    if (this.mysqlUid === '') return TEXTS.health.notChosen(this.name);
    const settings = getDataSourceSrv().getInstanceSettings(this.mysqlUid);
    if (settings === undefined) return TEXTS.health.unknownUid(this.mysqlUid, this.name);
    return settings.type === MYSQL_TYPE ? null : TEXTS.health.notMysql(settings.name, settings.type);
  }

  override getDefaultQuery(app: CoreApp): Partial<TestMetricsQuery> {
    return defaultQuery(app);
  }

  override getQueryDisplayText(query: TestMetricsQuery): string {
    return displayText(query);
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    const { status, message, details } = (await this.report()).health;
    return { status, message, ...(details === '' ? {} : { details: { message: details } }) };
  }

  /** What is connected and what is not; the start page of the app asks, too. */
  report(): Promise<HealthReport> {
    return healthReport({
      name: this.name,
      mysqlUid: this.mysqlUid,
      settingsOf: (uid) => getDataSourceSrv().getInstanceSettings(uid),
      ask: (query) => runSql(this.send, this.mysqlUid, query),
    });
  }

  /** Names from the database that begin with, contain or match what was typed. */
  complete(request: CompletionRequest, range: TimeRange = lastDay()): Promise<Choice[]> {
    return complete(request, (query) => runSql(this.send, this.mysqlUid, query, range));
  }

  override getTagKeys(): Promise<MetricFindValue[]> {
    return adHocKeys((request) => this.complete(request));
  }

  override getTagValues({ key }: { readonly key: string }): Promise<MetricFindValue[]> {
    return adHocValues(key, (request) => this.complete(request));
  }

  /** SQL of the MySQL datasource becomes SQL here; other datasources have nothing that can be taken over. */
  override importQueries(queries: TestMetricsQuery[], origin: { readonly type: string }): Promise<TestMetricsQuery[]> {
    return Promise.resolve(queries.flatMap((query) => importedQuery(query, origin.type)));
  }

  /** Queries of an older version, for the editor. */
  readonly migrate = migrateQuery;
}

function failed(targets: readonly MysqlTarget[], message: string): DataQueryResponse {
  return { data: [], errors: targets.map(({ refId }) => ({ refId, message })) };
}

function messageOf(error: unknown): string {
  const { data, message } = error as { readonly data?: { readonly message?: string }; readonly message?: string };
  return data?.message ?? message ?? TEXTS.answer.noReason;
}
