import {
  CustomVariable,
  DataSourceVariable,
  QueryVariable,
  type SceneVariable,
  SceneVariableSet,
  TextBoxVariable,
} from '@grafana/scenes';
import { type VariableJson } from './dashboard-json';

/** A kind of variable that no dashboard of ours has; named, so that nobody wonders why panels are empty. */
export class UnknownVariableError extends Error {
  constructor(variable: VariableJson) {
    super(`The preview does not know variables of the type "${variable.type}" (${variable.name}).`);
    this.name = 'UnknownVariableError';
  }
}

export function toVariables(list: readonly VariableJson[]): SceneVariableSet {
  return new SceneVariableSet({ variables: list.map(toVariable) });
}

function toVariable(json: VariableJson): SceneVariable {
  const shared = {
    name: json.name,
    label: json.label ?? json.name,
    description: json.description ?? null,
    hide: json.hide ?? 0,
  };
  if (json.type === 'textbox') return new TextBoxVariable({ ...shared, value: text(json) });
  if (json.type === 'query') return new QueryVariable({ ...shared, ...choices(json), ...source(json) });
  if (json.type === 'datasource') return new DataSourceVariable({ ...shared, ...chosen(json), pluginId: text(json) });
  if (json.type === 'custom') return new CustomVariable({ ...shared, ...choices(json), query: text(json) });
  throw new UnknownVariableError(json);
}

function source(json: VariableJson) {
  return {
    // Ours is an object that the datasource understands, plain MySQL's is SQL.
    query: (json.query ?? '') as string,
    datasource: json.datasource ?? null,
    refresh: json.refresh ?? 1,
    regex: json.regex ?? '',
    sort: json.sort ?? 0,
  };
}

function text(json: VariableJson): string {
  return String(json.query ?? '');
}

function chosen(json: VariableJson) {
  return { value: json.current?.value ?? '', text: json.current?.text ?? '' };
}

function choices(json: VariableJson) {
  return {
    ...chosen(json),
    isMulti: json.multi ?? false,
    includeAll: json.includeAll ?? false,
    defaultToAll: json.includeAll ?? false,
    allowCustomValue: false,
    ...(json.allValue === undefined ? {} : { allValue: json.allValue }),
  };
}
