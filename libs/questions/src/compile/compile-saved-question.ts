import { definitionOf } from '../catalog/catalog';
import { type FilterName } from '../catalog/definition';
import { isQuestionField } from '../model/fields';
import { parseQuestion } from '../model/parse-question';
import { type SavedQuestion } from '../model/question';
import { type QuestionError } from '../model/question-error';
import { bad } from '../model/read-field';
import { type Query } from '../question';
import { type Dimension, type MetadataLiteral, type RunFilter, variableLiteral } from '../sql/filters';
import { type TestFilter } from '../sql/tests';
import { GRAFANA_RANGE } from '../sql/time-range';
import { type Asked } from './asked';
import { askedOf } from './compile-question';

const VARIABLE = /^\$\{([a-z][a-z_]*)\}$/;

/**
 * The SQL of a saved question for a dashboard on plain MySQL: fields that are a variable stay one inside the SQL, where
 * Grafana fills it in; the range is the dashboard's. Everything else is as `compileQuestion` writes it.
 *
 * @throws {QuestionError} where the question is none, or has a variable where none can stand.
 */
export function compileSavedQuestion(saved: SavedQuestion): Query {
  const definition = definitionOf(saved.kind);
  const has = (name: FilterName) => definition.filters.includes(name);
  const { plain, variables } = apart(saved);
  const asked = askedOf(parseQuestion(plain), definition, GRAFANA_RANGE);
  const { page, ...others } = Object.fromEntries(variables);
  return definition.compile({
    ...asked,
    ...inSql(new Map(Object.entries(others)), asked, has),
    ...pageInSql(saved.kind, page, asked),
  });
}

/** A field that holds one variable, or a list of them, by the field's name. */
type Variables = ReadonlyMap<string, readonly string[]>;

function apart(saved: SavedQuestion): { readonly plain: unknown; readonly variables: Variables } {
  const plain: Record<string, unknown> = { kind: saved.kind };
  const variables = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(saved)) {
    const names = variableNames(name === 'metadata' ? pairsInRow(value) : value);
    if (names === null) plain[name] = value;
    else if (isQuestionField(name)) variables.set(name, names);
  }
  return { plain, variables };
}

/** The names of the variables that a field consists of; null where it holds none. */
function variableNames(value: unknown): readonly string[] | null {
  const texts = Array.isArray(value) ? value : [value];
  const names = texts.flatMap((text) => (typeof text === 'string' ? (VARIABLE.exec(text)?.[1] ?? []) : []));
  return names.length === texts.length && names.length > 0 ? names : null;
}

/** Key and value of each pair, in a row. */
function pairsInRow(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.flatMap((pair: { readonly key?: unknown; readonly value?: unknown }) => [pair.key, pair.value]);
}

/** Which dimension of a run a field chooses by keys. */
const KEY_FIELDS: ReadonlyMap<string, Dimension> = new Map([
  ['projectKeys', 'project'],
  ['jobKeys', 'job'],
  ['branchKeys', 'branch'],
]);

type Has = (name: FilterName) => boolean;

function inSql(variables: Variables, asked: Asked, has: Has): Partial<Asked> {
  const filter: Record<string, RunFilter[Dimension]> = {};
  const tests: Record<string, string> = {};
  const others: { runs?: readonly string[]; metadataKey?: string } = {};
  let metadata: readonly MetadataLiteral[] | undefined;
  for (const [field, names] of variables) {
    const [name = ''] = names;
    const dimension = KEY_FIELDS.get(field);
    if (dimension !== undefined) {
      if (has(FILTERS[dimension])) filter[dimension] = { variable: name };
    } else if (field in TEST_PARTS) {
      const { part, needs } = TEST_PARTS[field as keyof typeof TEST_PARTS];
      if (has(needs)) tests[part] = variableLiteral(name);
    } else if (field === 'runs') others.runs = names.map(variableLiteral);
    else if (field === 'metadata') {
      if (has('metadata')) metadata = literalPairs(names);
    } else if (field === 'metadataKey') others.metadataKey = variableLiteral(name);
    else throw noVariable(field, name);
  }
  return {
    ...others,
    scope: { ...asked.scope, filter: { ...asked.scope.filter, ...filter, ...(metadata && { metadata }) } },
    tests: { ...asked.tests, ...(tests as TestFilter) },
  };
}

/** LIMIT takes no variable, so the kind must leave out earlier pages itself. */
function pageInSql(kind: string, page: readonly string[] | undefined, { limit }: Asked): Partial<Asked> {
  const [name] = page ?? [];
  if (name === undefined) return {};
  if (kind !== 'testsByPrefix') throw noVariable('page', name);
  return { offsetSql: `GREATEST(CAST(${variableLiteral(name)} AS SIGNED) - 1, 0) * ${limit}` };
}

function noVariable(field: string, name: string): QuestionError {
  return bad('bad_value', field, 'a value', `\${${name}}`, 'On plain MySQL this field takes no variable.');
}

function literalPairs(names: readonly string[]): MetadataLiteral[] {
  return names.flatMap((key, index) => {
    const value = names[index + 1];
    if (index % 2 === 1 || value === undefined) return [];
    return [{ key: variableLiteral(key), value: variableLiteral(value), mayBeAll: true }];
  });
}

const FILTERS = { project: 'projects', job: 'jobs', branch: 'branches' } as const satisfies Record<
  Dimension,
  FilterName
>;

/** Which part of a choice of tests a field fills. */
const TEST_PARTS = {
  testKeys: { part: 'keyVariable', needs: 'tests' },
  testPrefix: { part: 'prefix', needs: 'testPrefix' },
  testSearch: { part: 'search', needs: 'testSearch' },
} as const satisfies Record<string, { readonly part: keyof TestFilter; readonly needs: FilterName }>;
