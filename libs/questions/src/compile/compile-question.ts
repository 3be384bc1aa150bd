import { definitionOf, type QuestionDefinition } from '../catalog/catalog';
import { type FilterName, type Option } from '../catalog/definition';
import { parseQuestion } from '../model/parse-question';
import { type KeyList, type Question } from '../model/question';
import { type Query } from '../question';
import { type Choice, type RunFilter } from '../sql/filters';
import { textLiteral } from '../sql/literal';
import { type After } from '../sql/place';
import { type TestFilter } from '../sql/tests';
import { type TimeRange } from '../sql/time-range';
import { type Asked } from './asked';

export interface CompileOptions {
  /** `GRAFANA_RANGE`, or a `literalRange`. */
  readonly range: TimeRange;
  /** Of kinds that are `paged`: rows behind this place, each with its own as the column `place_key`. */
  readonly after?: After;
}

/**
 * The SQL that answers a question: one statement that reads, the same for the same question.
 *
 * @throws {QuestionError} where the question is none.
 */
export function compileQuestion(question: Question, { range, after }: CompileOptions): Query {
  const checked = parseQuestion(question);
  const definition = definitionOf(checked.kind);
  if (after !== undefined && definition.paged !== true)
    throw new RangeError(`Expected a kind that is paged, found "${checked.kind}".`);
  return definition.compile({ ...askedOf(checked, definition, range), ...(after !== undefined && { after }) });
}

/** What runs are grouped by where nothing is said. */
const DEFAULT_METADATA_KEY = 'project';

const DEFAULT_HISTORY_RUNS = 60;

/** A question as its compiler gets it. */
export function askedOf(question: Question, definition: QuestionDefinition, range: TimeRange): Asked {
  const has = (name: FilterName) => definition.filters.includes(name);
  const limit = question.limit ?? definition.defaultLimit;
  return {
    scope: { filter: runFilterOf(question, has), range },
    tests: testFilterOf(question, has),
    ...listsOf(question, has),
    metadataKey: textLiteral(isGiven(question.metadataKey) ? question.metadataKey : DEFAULT_METADATA_KEY),
    measure: chosen(definition.measures, question.measure),
    direction: chosen(definition.directions, question.direction),
    minRuns: question.minRuns ?? definition.defaultMinRuns ?? 0,
    limit,
    offset: has('page') ? ((question.page ?? 1) - 1) * limit : 0,
    columns: question.columns ?? 'runs',
    runLimit: question.runLimit ?? DEFAULT_HISTORY_RUNS,
  };
}

function listsOf({ statuses = [], runs = [] }: Question, has: Has): Pick<Asked, 'statuses' | 'runs'> {
  return { statuses: has('statuses') ? statuses : [], runs: has('runs') ? runs.map(textLiteral) : [] };
}

/** The first option is what is meant where nothing is said. */
function chosen(options: readonly Option[] | undefined, value: string | undefined): string {
  return value ?? options?.[0]?.value ?? '';
}

type Has = (name: FilterName) => boolean;

function runFilterOf(question: Question, has: Has): RunFilter {
  const project = has('projects') ? choiceOf(question.projectKeys, question.projects) : undefined;
  const job = has('jobs') ? choiceOf(question.jobKeys, question.jobs) : undefined;
  const branch = has('branches') ? choiceOf(question.branchKeys, question.branches) : undefined;
  const pairs = has('metadata') ? (question.metadata ?? []) : [];
  const metadata = pairs.map(({ key, value }) => ({ key: textLiteral(key), value: textLiteral(value) }));
  return {
    ...(project && { project }),
    ...(job && { job }),
    ...(branch && { branch }),
    ...(metadata.length > 0 && { metadata }),
  };
}

/** Keys win over names; an empty list is no choice, which is every value. */
function choiceOf(keys: KeyList | undefined, names: readonly string[] | undefined): Choice | undefined {
  if (keys !== undefined && keys.length > 0) return { keys };
  return names !== undefined && names.length > 0 ? { names } : undefined;
}

function testFilterOf(question: Question, has: Has): TestFilter {
  const { testPrefix, testPattern, testSearch } = question;
  return {
    ...(has('tests') && choiceOf(question.testKeys, question.tests)),
    ...(has('testPrefix') && isGiven(testPrefix) && { prefix: textLiteral(testPrefix) }),
    ...(has('testPattern') && isGiven(testPattern) && { pattern: textLiteral(testPattern) }),
    ...(has('testSearch') && isGiven(testSearch) && { search: textLiteral(testSearch) }),
  };
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
