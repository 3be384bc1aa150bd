import { type Asked } from '../compile/asked';
import { type QuestionField, type QuestionFields } from '../model/question';
import { type Format, type Query } from '../question';

/** Headings under which an editor lists the kinds. */
export const QUESTION_GROUPS = [
  'Jobs and runs',
  'Tests',
  'Failures',
  'Durations',
  'One test',
  'One run',
  'Two runs',
  'Metadata',
  'History',
  'Events',
  'Service',
] as const;
export type QuestionGroup = (typeof QUESTION_GROUPS)[number];

/** A field that an editor offers; `tests` is names or keys, as `projects`, `jobs` and `branches` are. */
export type FilterName = Exclude<QuestionField, 'projectKeys' | 'jobKeys' | 'branchKeys' | 'testKeys' | 'limit'>;

/** One of a few words with what an editor calls it. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** All that editors, the compiler and the documentation know about a kind of question. */
export interface DefinitionShape {
  readonly kind: string;
  readonly label: string;
  /** One sentence: which question it answers. */
  readonly answers: string;
  readonly group: QuestionGroup;
  readonly format: Format;
  readonly filters: readonly FilterName[];
  /** Filters without which nothing can be found; `tests` is satisfied by any way to name tests. */
  readonly required?: readonly FilterName[];
  /** The first is the default. */
  readonly measures?: readonly Option[];
  /** The first is the default. */
  readonly directions?: readonly Option[];
  /** What `minRuns` is where the question does not say. */
  readonly defaultMinRuns?: number;
  /** What the answer's columns are called, in their order; those of a measure that differ are told in `answers`. */
  readonly columns: readonly string[];
  /** Pages can be read by `CompileOptions.after`. */
  readonly paged?: true;
  readonly defaultLimit: number;
  readonly maxLimit: number;
  /** Fields of a question that makes sense in most databases. */
  readonly example: QuestionFields;
  readonly compile: (asked: Asked) => Query;
}

/** What most questions about runs can be narrowed by. */
export const RUN_FILTERS = ['projects', 'jobs', 'branches'] as const satisfies readonly FilterName[];

/** What questions that look at runs one by one can be narrowed by besides. */
export const SCOPE_FILTERS = [...RUN_FILTERS, 'metadata'] as const satisfies readonly FilterName[];

/** How tests can be named. */
export const TEST_FILTERS = [
  'tests',
  'testPrefix',
  'testPattern',
  'testSearch',
] as const satisfies readonly FilterName[];
