import { definitionOf, type QuestionDefinition } from '../catalog/catalog';
import { type FilterName, type Option } from '../catalog/definition';
import { type KeyList, type Question, type SavedQuestion } from './question';

/** So many values are named; the rest is counted. */
const NAMED = 3;

/**
 * A question as people say it: "Failing tests of job tempest-full, branch master, top 25". For saved queries too, with
 * their variables as they are. Filters that the kind has no use for are not mentioned.
 */
export function describeQuestion(question: Question | SavedQuestion): string {
  const definition = definitionOf(question.kind);
  const has = (name: FilterName) => definition.filters.includes(name);
  const isMeasured = has('measure') && isGiven(question.measure);
  const measure = isMeasured ? chosen(definition.measures, question.measure).map((label) => `: ${label}`) : [];
  const title = `${definition.label}${measure.join('')}`;
  const [first, ...others] = [
    ...runChoices(question, has),
    ...testTexts(question, has),
    ...(has('statuses') ? listed('status', 'statuses', question.statuses, undefined) : []),
    ...(has('metadata') ? (question.metadata ?? []).map(({ key, value }) => `${short(key)} = ${short(value)}`) : []),
  ];
  // "Failures of a test of job x" is no English; "Failures of a test, job x" is.
  const joint = /\b(of|by|about)\b/.test(title) ? ', ' : ' of ';
  const of = first === undefined ? title : `${title}${joint}${first}`;
  return [of, ...others, ...shape(question, definition, has), ...length(question, definition, has)].join(', ');
}

type Has = (name: FilterName) => boolean;

function runChoices(question: Question | SavedQuestion, has: Has): string[] {
  return [
    ...(has('projects') ? listed('project', 'projects', question.projects, question.projectKeys) : []),
    ...(has('jobs') ? listed('job', 'jobs', question.jobs, question.jobKeys) : []),
    ...(has('branches') ? listed('branch', 'branches', question.branches, question.branchKeys) : []),
    ...(has('tests') ? listed('test', 'tests', question.tests, question.testKeys) : []),
    ...(has('runs') ? listed('run', 'runs', question.runs, undefined) : []),
  ];
}

/** By what, and in which order. */
function shape(question: Question | SavedQuestion, { directions }: QuestionDefinition, has: Has): string[] {
  return [
    ...(has('metadataKey') && isGiven(question.metadataKey) ? [`by ${short(question.metadataKey)}`] : []),
    ...(has('columns') && question.columns === 'time' ? ['over time'] : []),
    ...(has('direction') ? chosen(directions, question.direction) : []),
  ];
}

function length(question: Question | SavedQuestion, definition: QuestionDefinition, has: Has): string[] {
  const { minRuns, limit, page } = question;
  const isList = definition.maxLimit > 1 && definition.format === 'table';
  return [
    ...(has('minRuns') && minRuns !== undefined ? [`with at least ${minRuns} runs`] : []),
    ...(isList ? [`top ${limit ?? definition.defaultLimit}`] : []),
    ...(has('page') && page !== undefined && String(page) !== '1' ? [`page ${page}`] : []),
  ];
}

function listed(
  one: string,
  many: string,
  names: string | readonly string[] | undefined,
  keys: string | KeyList | readonly (string | number)[] | undefined,
): string[] {
  const byKey = asList(keys);
  const values = byKey.length > 0 ? byKey.map((key) => (/^\d+$/.test(key) ? `#${key}` : key)) : asList(names);
  const [first] = values;
  if (first === undefined) return [];
  if (values.length === 1) return [`${one} ${short(first)}`];
  const named = values.slice(0, NAMED).map(short);
  const more = values.length - named.length;
  return [`${many} ${more > 0 ? `${named.join(', ')} and ${more} more` : joined(named)}`];
}

function joined(values: readonly string[]): string {
  return `${values.slice(0, -1).join(', ')} and ${values[values.length - 1] ?? ''}`;
}

function testTexts(question: Question | SavedQuestion, has: Has): string[] {
  const { testPrefix, testPattern, testSearch } = question;
  return [
    ...(has('testPrefix') && isGiven(testPrefix) ? [`tests starting with ${short(testPrefix)}`] : []),
    ...(has('testPattern') && isGiven(testPattern) ? [`tests matching ${short(testPattern)}`] : []),
    ...(has('testSearch') && isGiven(testSearch) ? [`tests containing ${short(testSearch)}`] : []),
  ];
}

function chosen(options: readonly Option[] | undefined, value: string | undefined): string[] {
  const option = options?.find((known) => known.value === value) ?? (value === undefined ? options?.[0] : undefined);
  return option === undefined ? (isGiven(value) ? [value] : []) : [option.label.toLowerCase()];
}

function asList(values: string | readonly (string | number)[] | undefined): string[] {
  if (values === undefined || values === '') return [];
  return (typeof values === 'string' ? [values] : values).map((value) => (value === '' ? '(none)' : String(value)));
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

/** On one line; long names keep their end, which says most. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `…${line.slice(-79)}`;
}
