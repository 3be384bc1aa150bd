import {
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import {
  ALL_KEYS,
  DASHBOARD_FILTER,
  type Dimension,
  dimensionOptions,
  type RunFilter,
  testOptions,
  variableLiteral,
} from '@testmetrics/questions';
import { MYSQL_DATASOURCE } from './datasource';

const LABELS: Record<Dimension, string> = { project: 'Project', job: 'Job', branch: 'Branch' };

/** The key of the chosen test, as SQL. */
export const TEST_KEY = variableLiteral('test');

/** Project, job and branch: each offers what the ones before it leave, several at a time or all. */
export function dimensionVariables(): QueryVariableBuilder[] {
  return [
    dimensionVariable('project', {}),
    dimensionVariable('job', { project: DASHBOARD_FILTER.project }),
    dimensionVariable('branch', { project: DASHBOARD_FILTER.project, job: DASHBOARD_FILTER.job }),
  ];
}

function dimensionVariable(dimension: Dimension, filter: RunFilter): QueryVariableBuilder {
  const { sql } = dimensionOptions(dimension, filter);
  return query(dimension, LABELS[dimension], sql)
    .multi(true)
    .includeAll(true)
    .allValue(ALL_KEYS)
    .current({ selected: true, text: ['All'], value: ['$__all'] });
}

/** A search field and the list of tests that it finds: a list of all tests would be too long to load. */
export function testVariables(): (TextBoxVariableBuilder | QueryVariableBuilder)[] {
  return [
    new TextBoxVariableBuilder('search')
      .label('Find test')
      .description('Part of a test name (case matters); the list beside it offers the tests that contain it.')
      .defaultValue('')
      .current({ selected: true, text: '', value: '' }),
    query('test', 'Test', testOptions(variableLiteral('search')).sql),
  ];
}

function query(name: string, label: string, sql: string): QueryVariableBuilder {
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(MYSQL_DATASOURCE)
    .query(sql)
    .definition(sql)
    .allowCustomValue(false)
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(VariableSort.Disabled);
}
