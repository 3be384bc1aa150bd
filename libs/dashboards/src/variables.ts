import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  type VariableModel,
  VariableHide,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { ALL_KEYS, ALL_VALUES } from '@testmetrics/questions';
import { type SavedCompletion, sqlOfCompletion } from './completion';
import { APP_DATASOURCE, APP_DATASOURCE_UID, MYSQL_DATASOURCE } from './datasource';
import { type Flavour } from './flavour';

interface Named {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
}

/** A variable of a dashboard, described once for both flavours. */
export type Variable =
  | (Named & { readonly type: 'text' })
  /** Not shown: a panel sets it. */
  | (Named & { readonly type: 'hidden'; readonly initially: string })
  | (Named & { readonly type: 'numbers'; readonly upTo: number })
  | (Named & {
      readonly type: 'choice';
      /** What the database offers. */
      readonly completion: SavedCompletion;
      /** Offers "All", for which the variable carries this. */
      readonly all?: string;
      readonly multi?: boolean;
      readonly initially?: string;
    });

/** Project, job and branch: each offers what the ones before it leave, several at a time or all. */
export function dimensionVariables(): Variable[] {
  const several = { type: 'choice', all: ALL_KEYS, multi: true } as const;
  const projectKeys = '${project}';
  const jobKeys = '${job}';
  return [
    { ...several, name: 'project', label: 'Project', completion: { of: 'projects', carries: 'key' } },
    { ...several, name: 'job', label: 'Job', completion: { of: 'jobs', carries: 'key', projectKeys } },
    {
      ...several,
      name: 'branch',
      label: 'Branch',
      completion: { of: 'branches', carries: 'key', projectKeys, jobKeys },
    },
  ];
}

/** A search field and the list of tests that it finds: a list of all tests would be too long to load. */
export function testVariables(): Variable[] {
  return [
    {
      type: 'text',
      name: 'search',
      label: 'Find test',
      description: 'Part of a test name (case matters); the list beside it offers the tests that contain it.',
    },
    { type: 'choice', name: 'test', label: 'Test', completion: { of: 'tests', carries: 'key', search: '${search}' } },
  ];
}

/** Any metadata key. */
export function keyVariable(): Variable {
  return {
    type: 'choice',
    name: 'key',
    label: 'Metadata key',
    description: 'What the runs are told apart by: project, or anything else that uploads name.',
    completion: { of: 'metadataKeys', carries: 'value' },
    initially: 'project',
  };
}

/** Any metadata key, and one of its values. */
export function metadataVariables(): Variable[] {
  return [
    keyVariable(),
    {
      type: 'choice',
      name: 'value',
      label: 'Value',
      completion: { of: 'metadataValues', carries: 'value', metadataKey: '${key}' },
      all: ALL_VALUES,
    },
  ];
}

export function runVariable(name: string, label: string): Variable {
  return {
    type: 'text',
    name,
    label,
    description: 'The id (UUID) of a run. A click on a run in any list fills it in.',
  };
}

/** The timeline sets it to the key of the test that is selected; until then it stands for none. */
export function selectedTestVariable(): Variable {
  return { type: 'hidden', name: 'test_key', label: 'Selected test', initially: ALL_KEYS };
}

export function prefixVariable(): Variable {
  return {
    type: 'text',
    name: 'prefix',
    label: 'Name starts with',
    description: 'The beginning of test names, such as "tempest.api." (case matters).',
  };
}

export function pageVariable(): Variable {
  return { type: 'numbers', name: 'page', label: 'Page', upTo: 50 };
}

/** Which of our datasources the dashboard asks, where there are several. */
export function datasourceVariable(): DatasourceVariableBuilder {
  return new DatasourceVariableBuilder('ds')
    .label('Data source')
    .type(APP_DATASOURCE.type)
    .current({ selected: true, text: 'Test metrics', value: APP_DATASOURCE_UID });
}

export function variableBuilder(variable: Variable, flavour: Flavour): Builder<VariableModel> {
  const builder = ofType(variable, flavour).label(variable.label);
  return variable.description === undefined ? builder : builder.description(variable.description);
}

function ofType(variable: Variable, flavour: Flavour) {
  if (variable.type === 'hidden') {
    const value = variable.initially;
    return new TextBoxVariableBuilder(variable.name)
      .hide(VariableHide.HideVariable)
      .defaultValue(value)
      .current({ selected: true, text: value, value });
  }
  if (variable.type === 'text') {
    return new TextBoxVariableBuilder(variable.name).defaultValue('').current({ selected: true, text: '', value: '' });
  }
  if (variable.type === 'numbers') {
    const numbers = Array.from({ length: variable.upTo }, (_, index) => String(index + 1));
    return new CustomVariableBuilder(variable.name)
      .values(numbers.join(','))
      .current({ selected: true, text: '1', value: '1' });
  }
  return choice(variable, flavour);
}

function choice(variable: Variable & { readonly type: 'choice' }, flavour: Flavour): QueryVariableBuilder {
  const builder = new QueryVariableBuilder(variable.name)
    .allowCustomValue(false)
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(VariableSort.Disabled)
    .multi(variable.multi ?? false);
  const asking = flavour === 'app' ? askApp(builder, variable.completion) : askMysql(builder, variable.completion);
  if (variable.all !== undefined) {
    const all = variable.multi === true ? { text: ['All'], value: ['$__all'] } : { text: 'All', value: '$__all' };
    return asking
      .includeAll(true)
      .allValue(variable.all)
      .current({ selected: true, ...all } as never);
  }
  const { initially } = variable;
  return initially === undefined ? asking : asking.current({ selected: true, text: initially, value: initially });
}

/** The object that our datasource's variable editor writes. */
function askApp(builder: QueryVariableBuilder, { carries, ...completion }: SavedCompletion): QueryVariableBuilder {
  return builder
    .datasource(APP_DATASOURCE)
    .query({ refId: 'variable', schema: 1, carries, completion })
    .definition(`Test metrics: ${completion.of}`);
}

function askMysql(builder: QueryVariableBuilder, completion: SavedCompletion): QueryVariableBuilder {
  const { sql } = sqlOfCompletion(completion);
  return builder.datasource(MYSQL_DATASOURCE).query(sql).definition(sql);
}
