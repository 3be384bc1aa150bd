import { type SavedQuestion } from '@testmetrics/questions';
import { type PickerOption } from '../../shared/ui-compat';

/** Filters whose values are names or keys. */
export const DIMENSION_FILTERS = ['projects', 'jobs', 'branches', 'tests'] as const;
export type DimensionFilter = (typeof DIMENSION_FILTERS)[number];

const KEYS_OF = { projects: 'projectKeys', jobs: 'jobKeys', branches: 'branchKeys', tests: 'testKeys' } as const;

/** Tells keys from names in a picker; names are what people type. */
const KEY_MARK = '\u0000key:';

/** What is chosen, as a picker shows it: keys as `#12`, variables and names as they are. */
export function chosenOptions(question: SavedQuestion, filter: DimensionFilter): PickerOption[] {
  const keys = asList(question[KEYS_OF[filter]]);
  // Keys win over names; the names that they win over are not shown.
  if (keys.length > 0) return keys.map((key) => ({ label: keyLabel(key), value: `${KEY_MARK}${key}` }));
  return asList(question[filter]).map((name) => ({ label: name === '' ? '(none)' : name, value: name }));
}

/** The question with other values; whoever adds a name to keys means names from then on, and the other way round. */
export function withChosen(question: SavedQuestion, filter: DimensionFilter, values: readonly string[]): SavedQuestion {
  const isKey = (values.at(-1) ?? '').startsWith(KEY_MARK);
  const same = values.filter((value) => value.startsWith(KEY_MARK) === isKey);
  const { [filter]: _names, [KEYS_OF[filter]]: _keys, ...others } = question;
  if (same.length === 0) return others;
  const field = isKey ? KEYS_OF[filter] : filter;
  return { ...others, [field]: same.map((value) => (isKey ? value.slice(KEY_MARK.length) : value)) };
}

/** A variable of the dashboard as something to choose: its values are keys, as the lists of our datasource carry them. */
export function variableOptions(variables: readonly string[], filter: DimensionFilter): PickerOption[] {
  const isOurs = (name: string) => filter.startsWith(name) || filter.slice(0, -2) === name;
  return variables.map((name) => ({
    label: `$${name}`,
    value: isOurs(name) ? `${KEY_MARK}\${${name}}` : `\${${name}}`,
    description: isOurs(name) ? 'The variable of this dashboard, by keys' : 'A variable of this dashboard, by names',
  }));
}

function keyLabel(key: string): string {
  return /^\d+$/.test(key) ? `#${key}` : key;
}

function asList(values: string | readonly (string | number)[] | undefined): string[] {
  if (values === undefined || values === '') return [];
  return (typeof values === 'string' ? [values] : values).map(String);
}
