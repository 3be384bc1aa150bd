import { type QuestionField } from './question';

/** What kind of value a field holds; reading, resolving and describing all follow from it. */
export type FieldType = 'texts' | 'keys' | 'text' | 'statuses' | 'metadata' | 'uuids' | 'number' | 'choice' | 'columns';

export const QUESTION_FIELDS = {
  projects: 'texts',
  jobs: 'texts',
  branches: 'texts',
  projectKeys: 'keys',
  jobKeys: 'keys',
  branchKeys: 'keys',
  tests: 'texts',
  testKeys: 'keys',
  testPrefix: 'text',
  testPattern: 'text',
  testSearch: 'text',
  statuses: 'statuses',
  metadata: 'metadata',
  metadataKey: 'text',
  runs: 'uuids',
  measure: 'choice',
  direction: 'choice',
  minRuns: 'number',
  limit: 'number',
  page: 'number',
  columns: 'columns',
  runLimit: 'number',
} as const satisfies Record<QuestionField, FieldType>;

/** The longest text that any field takes: test names may be this long, and longer ones are found by prefix. */
export const MAX_TEXT_CHARACTERS = 4000;

/** The most values of a list; a longer one is better said as a prefix or a pattern. */
export const MAX_LIST = 1000;

export function isQuestionField(name: string): name is QuestionField {
  return Object.hasOwn(QUESTION_FIELDS, name);
}
