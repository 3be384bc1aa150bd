import { type DataSourceInstanceSettings, PluginType } from '@grafana/data';
import { setBackendSrv, setDataSourceSrv, setTemplateSrv } from '@grafana/runtime';
import { of } from 'rxjs';
import { fakeTemplates } from './templates';
import { type TestMetricsOptions } from '../datasource/query/query';

/** A query as it reached the server. */
export interface SentQuery {
  readonly refId: string;
  readonly rawSql: string;
  readonly format: string;
  readonly datasource: { readonly type: string; readonly uid: string };
}

/** Columns and their values; an answer without columns is what MySQL gives for no rows. */
export type FakeAnswer =
  { readonly columns: Readonly<Record<string, readonly unknown[]>> } | { readonly error: string };

export interface FakeGrafana {
  /** One item a request to /api/ds/query. */
  readonly requests: { readonly url: string; readonly queries: readonly SentQuery[] }[];
}

export interface FakeGrafanaOptions {
  readonly variables?: Readonly<Record<string, string | readonly string[]>>;
  readonly datasources?: readonly { readonly uid: string; readonly type: string; readonly name: string }[];
  readonly answer?: (query: SentQuery) => FakeAnswer;
}

export const MYSQL = { uid: 'db', type: 'mysql', name: 'Results' };

/** Stands in for the parts of Grafana that a datasource talks to; the server is a function. */
export function fakeGrafana({
  variables = {},
  datasources = [MYSQL],
  answer = () => ({ columns: {} }),
}: FakeGrafanaOptions = {}): FakeGrafana {
  const requests: { url: string; queries: readonly SentQuery[] }[] = [];
  const settings = datasources.map((one, index) => settingsOf(one, index + 10));
  setTemplateSrv({
    ...fakeTemplates(variables),
    getVariables: () => Object.keys(variables).map((name) => ({ name, type: 'query' })),
    containsTemplate: () => false,
    updateTimeRange: () => undefined,
  } as never);
  setDataSourceSrv({
    getInstanceSettings: (ref: string | { uid?: string }) =>
      settings.find(({ uid }) => uid === (typeof ref === 'string' ? ref : ref.uid)),
    getList: ({ type }: { type?: string } = {}) => settings.filter((one) => type === undefined || one.type === type),
    get: () => Promise.reject(new Error('not here')),
    reload: () => undefined,
  } as never);
  setBackendSrv({
    fetch: ({ url, data }: { url: string; data: { queries: readonly SentQuery[] } }) => {
      requests.push({ url, queries: data.queries });
      return of({
        data: { results: Object.fromEntries(data.queries.map((query) => [query.refId, resultOf(query, answer)])) },
      });
    },
  } as never);
  return { requests };
}

export function settingsOf(
  { uid, type, name }: { readonly uid: string; readonly type: string; readonly name: string },
  id = 1,
  jsonData: TestMetricsOptions = {},
): DataSourceInstanceSettings<TestMetricsOptions> {
  const info = {
    author: { name: '' },
    description: '',
    links: [],
    logos: { large: '', small: '' },
    screenshots: [],
    updated: '',
    version: '',
  };
  const meta = { id: type, name, type: PluginType.datasource, info, module: '', baseUrl: '' };
  return { id, uid, type, name, access: 'proxy', readOnly: false, jsonData, meta };
}

function resultOf(query: SentQuery, answer: (query: SentQuery) => FakeAnswer) {
  const given = answer(query);
  if ('error' in given) return { error: given.error, status: 400, frames: [] };
  const names = Object.keys(given.columns);
  const fields = names.map((name) => ({ name, type: typeOf(given.columns[name]?.[0]) }));
  return {
    status: 200,
    frames: [
      {
        schema: { refId: query.refId, fields, meta: { executedQueryString: query.rawSql } },
        data: { values: Object.values(given.columns) },
      },
    ],
  };
}

function typeOf(value: unknown): string {
  return typeof value === 'number' ? 'number' : 'string';
}
