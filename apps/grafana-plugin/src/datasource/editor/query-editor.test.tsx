import { getDefaultTimeRange } from '@grafana/data';
import { render, screen, waitFor, within } from '@testing-library/react';
import React, { useState } from 'react';
import {
  type FakeAnswer,
  fakeGrafana,
  type FakeGrafanaOptions,
  type SentQuery,
  settingsOf,
} from '../../testing/fake-grafana';
import { setupUser } from '../../testing/setup-user';
import { violations } from '../../testing/violations';
import { QUERY_SCHEMA, type TestMetricsQuery } from '../query/query';
import { TestMetricsDatasource } from '../test-metrics-datasource';
import { QueryEditor } from './query-editor';

const OURS = { uid: 'testmetrics', type: 'testmetrics-ci-datasource', name: 'Test Metrics' };

function names(...found: string[]): FakeAnswer {
  return { columns: { __text: found, __value: found, __key: found.map((_, index) => index + 1) } };
}

const asks = (question: object, fields: object = {}) =>
  ({ refId: 'A', schema: QUERY_SCHEMA, question, ...fields }) as unknown as TestMetricsQuery;

/** The editor as Grafana holds it: what it reports comes back as its query. */
function open(query: TestMetricsQuery, options: FakeGrafanaOptions = {}) {
  const { requests } = fakeGrafana({ answer: () => names('tempest-full', 'tempest-slow'), ...options });
  const seen = { query, runs: 0, requests };
  const datasource = new TestMetricsDatasource(settingsOf(OURS, 1, { mysqlUid: 'db' }));
  function Holder() {
    const [current, setCurrent] = useState(query);
    return (
      <QueryEditor
        query={current}
        datasource={datasource}
        range={getDefaultTimeRange()}
        onChange={(next) => {
          seen.query = next;
          setCurrent(next);
        }}
        onRunQuery={() => {
          seen.runs += 1;
        }}
      />
    );
  }
  const { container } = render(<Holder />);
  return { seen, container };
}

describe('QueryEditor', () => {
  it('should ask another question, chosen by keys alone', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'jobs' }));
    await user.tab();
    expect(screen.getByLabelText('Question', { selector: 'input' })).toHaveFocus();
    await user.keyboard('failing{Enter}');
    await waitFor(() => expect(seen.query.question).toMatchObject({ kind: 'failingTests' }));
    expect(seen.runs).toBe(1);
    expect(screen.getByText('Which tests fail most surely?')).toBeInTheDocument();
  });

  it('should list the questions by group, each with what it answers', async () => {
    const user = setupUser();
    open(asks({ kind: 'jobs' }));
    await user.click(screen.getByLabelText('Question', { selector: 'input' }));
    expect(await screen.findByText('Jobs and runs')).toBeInTheDocument();
    expect(screen.getByText('Flaky tests')).toBeInTheDocument();
    expect(screen.getByText('Which tests both failed and passed within one run?')).toBeInTheDocument();
  });

  it('should complete jobs from the database, narrowed by the chosen project', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'jobs', projects: ['nova'] }));
    await user.click(screen.getByLabelText('Jobs', { selector: 'input' }));
    await user.click(await screen.findByText('tempest-slow'));
    expect(seen.query.question).toMatchObject({ jobs: ['tempest-slow'], projects: ['nova'] });
    expect((seen.requests[0]?.queries[0] as SentQuery).rawSql).toContain("'nova'");
  });

  it('should search the database for what is typed', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'jobs' }));
    await user.type(screen.getByLabelText('Jobs', { selector: 'input' }), 'slow');
    await waitFor(() => expect(seen.requests.at(-1)?.queries[0]?.rawSql).toContain("'slow'"));
  });

  it('should take a name that is not in the list', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'jobs' }), { answer: () => ({ columns: {} }) });
    await user.type(screen.getByLabelText('Branches', { selector: 'input' }), 'stable/2029{Enter}');
    await waitFor(() => expect(seen.query.question).toMatchObject({ branches: ['stable/2029'] }));
  });

  it("should offer the dashboard's variables", async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'jobs' }), { variables: { job: ['3'] } });
    await user.click(screen.getByLabelText('Jobs', { selector: 'input' }));
    await user.click(await screen.findByText('$job'));
    expect(seen.query.question).toMatchObject({ jobKeys: ['${job}'] });
  });

  it('should say why names cannot be completed', async () => {
    const user = setupUser();
    open(asks({ kind: 'jobs' }), { answer: () => ({ error: 'connection refused' }) });
    await user.click(screen.getByLabelText('Jobs', { selector: 'input' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('connection refused');
  });

  it('should show only the fields that the question takes', () => {
    open(asks({ kind: 'runStat' }));
    expect(screen.getByLabelText('Measure', { selector: 'input' })).toBeInTheDocument();
    expect(screen.queryByText('Tests by')).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Limit')).not.toBeInTheDocument();
  });

  it('should name tests in one way at a time, and keep a broken pattern back', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'testStat', testSearch: 'boot' }));
    await user.click(screen.getByLabelText('regular expression'));
    const pattern = screen.getByLabelText('Names match');
    await user.type(pattern, 'boot(');
    expect(screen.getByRole('alert')).toHaveTextContent('Close the bracket');
    await user.tab();
    expect(seen.query.question).not.toHaveProperty('testPattern');
    await user.type(pattern, '|resize){Enter}');
    expect(seen.query.question).toMatchObject({ testPattern: 'boot(|resize)' });
    expect(seen.query.question).not.toHaveProperty('testSearch');
  });

  it('should refuse a limit that is too high, and take one that is not', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'failingTests' }));
    await user.type(screen.getByLabelText('Limit'), '100000');
    expect(screen.getByRole('alert')).toHaveTextContent('from 1 to');
    await user.clear(screen.getByLabelText('Limit'));
    await user.type(screen.getByLabelText('Limit'), '10{Enter}');
    expect(seen.query.question).toMatchObject({ limit: 10 });
  });

  it('should show the SQL and copy it', async () => {
    const user = setupUser();
    open(asks({ kind: 'jobs', jobs: ['full'] }));
    await user.click(screen.getByRole('button', { name: 'Show SQL' }));
    const shown = screen.getByLabelText('SQL');
    expect(shown).toHaveTextContent("'full'");
    await user.click(screen.getByRole('button', { name: 'Copy SQL' }));
    expect(await navigator.clipboard.readText()).toBe(shown.textContent);
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
  });

  it('should go on in SQL with the variables in it, and come back', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'jobs', jobKeys: '${job}' }), { variables: { job: ['3'] } });
    await user.click(screen.getByRole('button', { name: 'Edit as MySQL query' }));
    expect(seen.query).toMatchObject({ mode: 'sql', rawSql: expect.stringContaining('${job:csv}') });
    await user.click(screen.getByRole('button', { name: 'Back to the question' }));
    expect(seen.query).toMatchObject({ mode: 'question', question: { kind: 'jobs', jobKeys: '${job}' } });
    expect(screen.getByLabelText('Question', { selector: 'input' })).toBeInTheDocument();
  });

  it('should ask before SQL that somebody wrote is lost', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'jobs' }));
    await user.click(screen.getByRole('button', { name: 'Edit as MySQL query' }));
    await user.type(screen.getByLabelText('SQL'), ' ');
    await user.tab();
    await user.click(screen.getByRole('button', { name: 'Back to the question' }));
    expect(seen.query.mode).toBe('sql');
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard the SQL' }));
    expect(seen.query.mode).toBe('question');
  });

  it('should say in a sentence that it does not know a saved question, and offer those there are', async () => {
    const user = setupUser();
    const { seen } = open(asks({ kind: 'moonPhases' }));
    expect(screen.getByRole('alert')).toHaveTextContent('found "moonPhases". Choose a question again');
    await user.click(screen.getByLabelText('Question', { selector: 'input' }));
    await user.keyboard('jobs{Enter}');
    await waitFor(() => expect(seen.query.question?.kind).toMatch(/jobs/i));
  });

  it.each([
    ['jobs', asks({ kind: 'jobs', jobs: ['a'], metadata: [{ key: 'node', value: 'n1' }] })],
    ['a test', asks({ kind: 'testStat', testPattern: 'a' })],
    ['series', asks({ kind: 'runsOverTime' })],
    ['SQL', asks({ kind: 'jobs' }, { mode: 'sql', rawSql: 'SELECT 1' })],
  ])('should have no accessibility violations with %s', async (_name, query) => {
    const { container } = open(query);
    expect(await violations(container)).toEqual([]);
  });
});
