import { inKeys, textLiteral } from './literal';

/** What dimensions of a run can be chosen. */
export const DIMENSIONS = ['project', 'job', 'branch'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The tables that name the values of a dimension; row 1 of each is '' for "none". */
export const DIMENSION_TABLES = { project: 'tm_projects', job: 'tm_jobs', branch: 'tm_branches' } as const;

/**
 * A choice of values: by key, by name, or by the dashboard variable that carries the chosen keys.
 * No choice at all is "every value".
 */
export type Choice =
  { readonly keys: readonly number[] } | { readonly names: readonly string[] } | { readonly variable: string };

/** A key and the value that a run must have for it; both are SQL: literals, or variables of `variableLiteral`. */
export interface MetadataLiteral {
  readonly key: string;
  readonly value: string;
  /** The value is a dashboard's variable, for which "All" and nothing are no condition. */
  readonly mayBeAll?: boolean;
}

/** Which runs a question is about. */
export type RunFilter = { readonly [name in Dimension]?: Choice } & {
  /** All of them must hold. */
  readonly metadata?: readonly MetadataLiteral[];
};

/** The value that a dashboard variable carries for "All": no key, since keys start at 1. */
export const ALL_KEYS = '0';

/** The same for a variable that carries texts: no empty text, which Grafana would take for "no such value". */
export const ALL_VALUES = '$__all';

/** The dashboard variables of that names, in every dimension. */
export const DASHBOARD_FILTER = {
  project: { variable: 'project' },
  job: { variable: 'job' },
  branch: { variable: 'branch' },
} satisfies RunFilter;

/** Conditions on a table that has job_id, project_id and branch_id; none where everything is chosen. */
export function filterConditions(alias: string, filter: RunFilter): string[] {
  return DIMENSIONS.flatMap((dimension) => {
    const choice = filter[dimension];
    return choice === undefined ? [] : [choiceCondition(`${alias}.${dimension}_id`, dimension, choice)];
  });
}

/**
 * A condition without columns under which the dimensions leave out nothing, so that the server can drop what would look for
 * them; null where something is always chosen.
 */
export function isEverything(filter: RunFilter): string | null {
  const choices = DIMENSIONS.flatMap((dimension) => filter[dimension] ?? []);
  const variables = choices.flatMap((choice) => ('variable' in choice ? [choice.variable] : []));
  if (choices.length === 0 || variables.length < choices.length) return null;
  return variables.map((variable) => `${ALL_KEYS} IN (\${${variableName(variable)}:csv})`).join(' AND ');
}

/** `condition` holds, or the filter leaves out nothing. */
export function unlessEverything(filter: RunFilter, condition: string): string {
  const everything = isEverything(filter);
  return everything === null ? condition : `(${everything} OR ${condition})`;
}

/** Whether only runs with certain metadata count; totals of tests, which are kept by series, cannot answer then. */
export function hasMetadata(filter: RunFilter): boolean {
  return filter.metadata !== undefined && filter.metadata.length > 0;
}

/** Whether metadata choose the runs of which there are no totals a day: those are kept for one value, not for several together. */
export function hasSeveralMetadata(filter: RunFilter): boolean {
  return filter.metadata !== undefined && filter.metadata.length > 1;
}

/** Conditions on a column that holds the key of a run. */
export function metadataConditions(column: string, filter: RunFilter): string[] {
  return (filter.metadata ?? []).map(({ key, value, mayBeAll }) => {
    const holds = `${column} IN (SELECT m.run_id FROM run_metadata AS m WHERE m.\`key\` = ${key} AND m.value = ${value})`;
    return mayBeAll === true ? `(${value} IN ('', '${ALL_VALUES}') OR ${holds})` : holds;
  });
}

/** All conditions on a row of `tm_runs`. */
export function runConditions(alias: string, filter: RunFilter): string[] {
  return [...filterConditions(alias, filter), ...metadataConditions(`${alias}.run_id`, filter)];
}

/** All conditions on a row of `tm_failures` and its series. */
export function failureConditions(failure: string, series: string, filter: RunFilter): string[] {
  return [...filterConditions(series, filter), ...metadataConditions(`${failure}.run_id`, filter)];
}

function choiceCondition(column: string, dimension: Dimension, choice: Choice): string {
  if ('keys' in choice) return inKeys(column, choice.keys);
  if ('variable' in choice) return variableCondition(column, choice.variable);
  if (choice.names.length === 0) return '1=0';
  return `${column} IN (SELECT n.id FROM ${DIMENSION_TABLES[dimension]} AS n WHERE n.name_hash IN (${choice.names.map(nameHash).join(', ')}))`;
}

/** The chosen keys, joined by commas; "All" makes the first half a true constant and the filter disappears. */
function variableCondition(column: string, variable: string): string {
  const keys = `\${${variableName(variable)}:csv}`;
  return `(${ALL_KEYS} IN (${keys}) OR ${column} IN (${keys}))`;
}

function nameHash(name: string): string {
  return `UNHEX(LEFT(SHA2(${textLiteral(name)}, 256), 32))`;
}

/** A variable that holds one value or free text, as a literal that is whole whatever the text: see ADR 0031. */
export function variableLiteral(variable: string): string {
  return `"\${${variableName(variable)}:lucene}"`;
}

function variableName(variable: string): string {
  if (!/^[a-z][a-z_]*$/.test(variable)) throw new RangeError(`Expected a variable's name, found "${variable}".`);
  return variable;
}
