/** @jest-environment jsdom */
import { CoreApp, type DataFrame, type DataQueryRequest } from '@grafana/data';
import { KNOWN_SCHEMA } from '@testmetrics/questions';
import { lastValueFrom } from 'rxjs';
import { type FakeAnswer, fakeGrafana, type FakeGrafanaOptions, settingsOf } from '../testing/fake-grafana';
import { QUERY_SCHEMA, type TestMetricsOptions, type TestMetricsQuery } from './query/query';
import { lastDay } from './run-sql';
import { TestMetricsDatasource } from './test-metrics-datasource';
import { type TestMetricsVariables } from './variables/variable-support';

const OURS = { uid: 'testmetrics', type: 'testmetrics-ci-datasource', name: 'Test Metrics' };
const JOBS: FakeAnswer = { columns: { Job: ['full', 'grenade'], job_key: [3, 4], 'Failure rate': [0.5, 0] } };

function datasource(jsonData: TestMetricsOptions = { mysqlUid: 'db' }) {
  return new TestMetricsDatasource(settingsOf(OURS, 1, jsonData));
}

const asks = (question: object, fields: object = {}) =>
  ({ refId: 'A', schema: QUERY_SCHEMA, question, ...fields }) as unknown as TestMetricsQuery;

function request(targets: TestMetricsQuery[], app: string = CoreApp.Dashboard) {
  return {
    app,
    requestId: 'Q1',
    range: lastDay(),
    scopedVars: {},
    targets,
    interval: '1m',
    intervalMs: 60_000,
    maxDataPoints: 100,
    timezone: 'utc',
    startTime: 0,
  } as DataQueryRequest<TestMetricsQuery>;
}

function ask(targets: TestMetricsQuery[], options: FakeGrafanaOptions = {}, app?: string) {
  const { requests } = fakeGrafana({ answer: () => JOBS, ...options });
  return { requests, response: lastValueFrom(datasource().query(request(targets, app))) };
}

describe('query()', () => {
  it('should have MySQL answer all questions in one request', async () => {
    const { requests, response } = ask([asks({ kind: 'jobs' }), asks({ kind: 'failingTests' }, { refId: 'B' })]);
    expect((await response).data).toHaveLength(2);
    expect(requests).toHaveLength(1);
    expect(requests[0]?.queries.map(({ datasource: ref, refId }) => [refId, ref.type, ref.uid])).toEqual([
      ['A', 'mysql', 'db'],
      ['B', 'mysql', 'db'],
    ]);
  });

  it('should give columns units and hide keys, and leave links to the dashboard', async () => {
    const [frame] = (await ask([asks({ kind: 'jobs' })]).response).data as DataFrame[];
    const config = (name: string) => frame?.fields.find((field) => field.name === name)?.config;
    expect(config('Failure rate')).toMatchObject({ unit: 'percentunit' });
    expect(config('job_key')?.custom).toEqual({ hidden: true });
    expect(config('Job')?.links).toBeUndefined();
  });

  it('should give links in Explore', async () => {
    const [frame] = (await ask([asks({ kind: 'jobs' })], {}, CoreApp.Explore).response).data as DataFrame[];
    const job = frame?.fields.find((field) => field.name === 'Job')?.config;
    expect(job?.links?.[0]?.url).toContain('/d/tm-job?var-job=${__data.fields.job_key}');
  });

  it('should name the panel that draws a history in Explore', async () => {
    const [frame] = (await ask([asks({ kind: 'historyGrid' })]).response).data as DataFrame[];
    expect(frame?.meta?.preferredVisualisationPluginId).toBe('testmetrics-history-panel');
  });

  it('should answer the good questions beside one that is wrong', async () => {
    const { requests, response } = ask([asks({ kind: 'nonsense' }), asks({ kind: 'jobs' }, { refId: 'B' })]);
    const { data, errors } = await response;
    expect(data).toHaveLength(1);
    expect(errors).toEqual([{ refId: 'A', message: expect.stringContaining('Choose a question again') }]);
    expect(requests[0]?.queries.map(({ refId }) => refId)).toEqual(['B']);
  });

  it("should pass the server's words on beside the query that failed", async () => {
    const { response } = ask([asks({ kind: 'jobs' })], { answer: () => ({ error: 'Error 1054: Unknown column' }) });
    expect((await response).errors?.[0]).toMatchObject({ refId: 'A', message: expect.stringContaining('1054') });
  });

  it('should send nothing where nothing is chosen or everything is hidden', async () => {
    const { requests, response } = ask([asks({ kind: '' }), asks({ kind: 'jobs' }, { hide: true })]);
    expect((await response).data).toEqual([]);
    expect(requests).toEqual([]);
  });

  it.each([
    [{}, [], 'No MySQL datasource is chosen'],
    [{ mysqlUid: 'gone' }, [], 'no datasource with the uid "gone"'],
    [{ mysqlUid: 'p' }, [{ uid: 'p', type: 'prometheus', name: 'Prom' }], 'of type prometheus'],
  ])('should say for the configuration %j what is wrong', async (jsonData, datasources, words) => {
    fakeGrafana({ datasources });
    const response = await lastValueFrom(datasource(jsonData).query(request([asks({ kind: 'jobs' })])));
    expect(response.errors?.[0]).toMatchObject({ refId: 'A', message: expect.stringContaining(words) });
  });

  it('should say to whoever builds a query why there are no rows, and leave a dashboard its own words', async () => {
    const notices = async (app: string) => {
      const { response } = ask([asks({ kind: 'failingTests' })], { answer: () => ({ columns: {} }) }, app);
      return ((await response).data[0] as DataFrame).meta?.notices ?? [];
    };
    expect(await notices(CoreApp.Explore)).toEqual([
      { severity: 'info', text: expect.stringContaining('No rows in this time range for: Failing tests') },
    ]);
    expect(await notices(CoreApp.Dashboard)).toEqual([]);
  });

  it('should warn everywhere where more rows are never shown', async () => {
    const rows = { columns: { Job: Array.from({ length: 1000 }, (_, row) => `job ${row}`) } };
    const { response } = ask([asks({ kind: 'jobs', limit: 1000 })], { answer: () => rows });
    expect(((await response).data[0] as DataFrame).meta?.notices).toEqual([
      { severity: 'warning', text: expect.stringContaining('Only the first 1000 rows') },
    ]);
  });

  it('should warn of an ad hoc filter that has no meaning, also as Grafana 10 hands filters over', async () => {
    fakeGrafana({ answer: () => JOBS });
    const filters = [{ key: 'test', operator: '=', value: 'boot' }];
    const asked = { ...request([asks({ kind: 'jobs' })]), filters };
    const response = await lastValueFrom(datasource().query(asked));
    expect((response.data[0] as DataFrame).meta?.notices?.[0]?.text).toContain('"test = boot"');
  });

  it('should leave SQL that a person wrote as it is', async () => {
    const query = { refId: 'A', schema: QUERY_SCHEMA, mode: 'sql', rawSql: "SELECT '$job'", format: 'table' } as const;
    const { requests } = ask([query], { variables: { job: "O'Brien" } });
    expect(requests[0]?.queries[0]).toMatchObject({ rawSql: "SELECT 'O\\'Brien'", format: 'table' });
  });
});

describe('interpolateVariablesInQueries()', () => {
  it("should give both forms, so that Grafana's server can compute with the answer", () => {
    fakeGrafana({ variables: { job: ['3', '4'] } });
    const [both] = datasource().interpolateVariablesInQueries([asks({ kind: 'jobs', jobKeys: '${job}' })], {});
    expect(both).toMatchObject({
      question: { kind: 'jobs', jobKeys: [3, 4] },
      datasource: { type: 'mysql', uid: 'db' },
      rawSql: expect.stringContaining('IN (3,4)'),
    });
  });
});

describe('testDatasource()', () => {
  const answers =
    (schema: FakeAnswer, newest: FakeAnswer = { columns: {} }) =>
    ({ rawSql }: { readonly rawSql: string }): FakeAnswer => {
      if (rawSql.includes('tm_migrations')) return schema;
      return rawSql.includes('tm_runs') ? newest : { columns: { value: [1] } };
    };

  it('should find a database with runs', async () => {
    const newest = {
      run_ms: [Date.UTC(2026, 10, 20)],
      received_ms: [0],
      job: ['full'],
      waiting: [2],
      waiting_seconds: [5],
    };
    fakeGrafana({ answer: answers({ columns: { name: [KNOWN_SCHEMA] } }, { columns: newest }) });
    expect(await datasource().testDatasource()).toEqual({
      status: 'success',
      message: expect.stringContaining('The newest run is of full, 2026-11-20 00:00 UTC; 2 runs wait'),
    });
  });

  it('should find a database without runs', async () => {
    fakeGrafana({ answer: answers({ columns: { name: [KNOWN_SCHEMA] } }) });
    expect(await datasource().testDatasource()).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('curl'),
    });
  });

  it('should tell a missing grant from a missing table', async () => {
    fakeGrafana({ answer: answers({ error: 'query failed - please inspect Grafana server log for details' }) });
    expect((await datasource().testDatasource()).message).toContain('GRANT SELECT');
    fakeGrafana({ answer: answers({ error: "Error 1146 (42S02): Table 'x.tm_migrations' doesn't exist" }) });
    expect((await datasource().testDatasource()).message).toContain('testmetrics db migrate');
  });

  it('should stop at a server that cannot be reached', async () => {
    const { requests } = fakeGrafana({ answer: () => ({ error: 'dial tcp: refused' }) });
    expect(await datasource().testDatasource()).toEqual({
      status: 'error',
      message: expect.stringContaining('cannot reach'),
      details: { message: expect.stringContaining('refused') },
    });
    expect(requests).toHaveLength(1);
  });
});

function variables(): TestMetricsVariables {
  return datasource().variables as unknown as TestMetricsVariables;
}

describe('variables', () => {
  it('should show names and carry keys', async () => {
    fakeGrafana({ answer: () => ({ columns: { __text: ['full'], __value: ['full'], __key: [3] } }) });
    const targets = [{ refId: 'variable', schema: 1, carries: 'key', completion: { of: 'jobs' } }];
    const response = await lastValueFrom(variables().query(request(targets as never) as never));
    const [frame] = response.data as DataFrame[];
    expect(frame?.fields.map(({ name, values }) => [name, values])).toEqual([
      ['text', ['full']],
      ['value', ['3']],
    ]);
  });

  it('should fail in words and not by an empty list', async () => {
    fakeGrafana({ answer: () => ({ error: 'query failed' }) });
    const targets = [{ refId: 'variable', completion: { of: 'jobs' } }];
    const asked = variables().query(request(targets as never) as never);
    await expect(lastValueFrom(asked)).rejects.toThrow('query failed');
  });
});

describe('ad hoc filters', () => {
  it('should offer our own keys and those of the metadata', async () => {
    fakeGrafana({ answer: () => ({ columns: { __text: ['node'], __value: ['node'] } }) });
    const keys = await datasource().getTagKeys();
    expect(keys.map(({ text }) => text)).toEqual(['project', 'job', 'branch', 'test', 'status', 'metadata.node']);
  });

  it('should offer the values of a key', async () => {
    const { requests } = fakeGrafana({ answer: () => ({ columns: { __text: ['n1'], __value: ['n1'] } }) });
    expect(await datasource().getTagValues({ key: 'metadata.node' })).toEqual([{ text: 'n1', value: 'n1' }]);
    expect(requests[0]?.queries[0]?.rawSql).toContain("'node'");
    expect(await datasource().getTagValues({ key: 'status' })).toHaveLength(7);
  });
});

describe('importQueries()', () => {
  it('should take SQL of the MySQL datasource over, and nothing of others', async () => {
    fakeGrafana();
    const queries = [{ refId: 'A', rawSql: 'SELECT 1' }, { refId: 'B' }] as TestMetricsQuery[];
    expect(await datasource().importQueries(queries, { type: 'mysql' })).toMatchObject([{ refId: 'A', mode: 'sql' }]);
    expect(await datasource().importQueries(queries, { type: 'prometheus' })).toEqual([]);
  });
});
