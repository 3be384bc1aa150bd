import { getDefaultTimeRange } from '@grafana/data';
import { render, screen, waitFor } from '@testing-library/react';
import React, { type ComponentType, useState } from 'react';
import { type FakeAnswer, fakeGrafana, settingsOf } from '../../testing/fake-grafana';
import { setupUser } from '../../testing/setup-user';
import { violations } from '../../testing/violations';
import { AnnotationEditor } from '../annotations/annotation-editor';
import { ConfigEditor } from '../config/config-editor';
import { TestMetricsDatasource } from '../test-metrics-datasource';
import { VariableEditor } from '../variables/variable-editor';

const OURS = { uid: 'testmetrics', type: 'testmetrics-ci-datasource', name: 'Test Metrics' };
const JOBS: FakeAnswer = { columns: { __text: ['full'], __value: ['full'], __key: [1] } };

/** An editor as Grafana holds it; `seen.last` is what it reported last. */
function open<T>(Editor: ComponentType<never>, query: T) {
  const seen: { last: T; definition?: string } = { last: query };
  const datasource = new TestMetricsDatasource(settingsOf(OURS, 1, { mysqlUid: 'db' }));
  const Any = Editor as unknown as ComponentType<Record<string, unknown>>;
  function Holder() {
    const [current, setCurrent] = useState(query);
    const onChange = (next: T, definition?: string) => {
      seen.last = next;
      if (definition !== undefined) seen.definition = definition;
      setCurrent(next);
    };
    return <Any query={current} datasource={datasource} range={getDefaultTimeRange()} onChange={onChange} />;
  }
  const { container } = render(<Holder />);
  return { seen, container };
}

describe('VariableEditor', () => {
  it('should begin with a list of jobs that carries keys', async () => {
    fakeGrafana();
    const { container } = open(VariableEditor as never, undefined as unknown);
    expect(screen.getByText('Jobs')).toBeInTheDocument();
    expect(screen.getByText('keys (short and fast)')).toBeInTheDocument();
    expect(await violations(container)).toEqual([]);
  });

  it('should list the values of a metadata key', async () => {
    const user = setupUser();
    fakeGrafana();
    const { seen } = open(VariableEditor as never, { refId: 'variable', completion: { of: 'jobs' } } as unknown);
    await user.click(screen.getByLabelText('List', { selector: 'input' }));
    await user.click(await screen.findByText('Metadata values of a key'));
    await user.type(screen.getByLabelText('Metadata key'), 'node{Enter}');
    expect(seen.last).toMatchObject({ schema: 1, completion: { of: 'metadataValues', metadataKey: 'node' } });
    expect(seen.definition).toBe('Metadata values of a key node');
    expect(screen.queryByText('The variable carries')).not.toBeInTheDocument();
  });

  it('should narrow a list by another variable, by keys', async () => {
    const user = setupUser();
    fakeGrafana({ variables: { project: ['1'] }, answer: () => JOBS });
    const { seen } = open(VariableEditor as never, { refId: 'variable', completion: { of: 'jobs' } } as unknown);
    await user.click(screen.getByLabelText('Projects', { selector: 'input' }));
    await user.click(await screen.findByText('$project'));
    expect(seen.last).toMatchObject({ completion: { of: 'jobs', projectKeys: ['${project}'] } });
  });

  it('should say that it does not know a saved list', () => {
    fakeGrafana();
    open(VariableEditor as never, { refId: 'variable', completion: { of: 'moons' } } as unknown);
    expect(screen.getByRole('alert')).toHaveTextContent('"moons", which is unknown');
  });
});

describe('AnnotationEditor', () => {
  it('should offer events only, failed runs first', async () => {
    const user = setupUser();
    fakeGrafana();
    const { seen, container } = open(AnnotationEditor as never, undefined as unknown);
    expect(await violations(container)).toEqual([]);
    await user.click(screen.getByLabelText('Question', { selector: 'input' }));
    expect(screen.queryByText('Jobs')).toHaveProperty('tagName', 'LABEL');
    await user.click(await screen.findByText('Missing data'));
    expect(seen.last).toMatchObject({ refId: 'Anno', schema: 1, question: { kind: 'missingData' } });
    expect(screen.getByText('Longer than 6 hours')).toBeInTheDocument();
  });

  it('should narrow events by job', async () => {
    const user = setupUser();
    fakeGrafana({ answer: () => JOBS });
    const { seen } = open(AnnotationEditor as never, undefined as unknown);
    await user.click(screen.getByLabelText('Jobs', { selector: 'input' }));
    await user.click(await screen.findByText('full'));
    expect(seen.last).toMatchObject({ question: { kind: 'failedRuns', jobs: ['full'] } });
  });
});

describe('ConfigEditor', () => {
  const options = (jsonData: object) => ({ ...settingsOf(OURS, 1), jsonData });

  function openConfig(jsonData: object) {
    const seen: { last: unknown } = { last: null };
    const Any = ConfigEditor as unknown as ComponentType<Record<string, unknown>>;
    const { container } = render(
      <Any options={options(jsonData)} onOptionsChange={(next: unknown) => (seen.last = next)} />,
    );
    return { seen, container };
  }

  it('should offer MySQL datasources only', async () => {
    const user = setupUser();
    fakeGrafana({
      datasources: [
        { uid: 'db', type: 'mysql', name: 'Results' },
        { uid: 'p', type: 'prometheus', name: 'Metrics' },
      ],
    });
    const { seen, container } = openConfig({});
    expect(await violations(container)).toEqual([]);
    await user.click(screen.getByLabelText('MySQL datasource', { selector: 'input' }));
    expect(screen.queryByText('Metrics')).not.toBeInTheDocument();
    await user.keyboard('Res{Enter}');
    await waitFor(() => expect(seen.last).toMatchObject({ jsonData: { mysqlUid: 'db' } }));
  });

  it('should say that the saved one is gone', () => {
    fakeGrafana();
    openConfig({ mysqlUid: 'gone' });
    expect(screen.getByText(/no MySQL datasource with the uid "gone"/)).toBeInTheDocument();
  });

  it('should lead to a new one where there is none', () => {
    fakeGrafana({ datasources: [] });
    openConfig({});
    expect(screen.getByRole('link', { name: 'Add a MySQL datasource' })).toHaveAttribute(
      'href',
      'connections/datasources/mysql',
    );
  });
});
