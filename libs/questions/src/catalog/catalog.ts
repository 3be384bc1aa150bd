import { type DefinitionShape } from './definition';
import { DURATION_KINDS } from './duration-kinds';
import { EVENT_KINDS } from './event-kinds';
import { FAILURE_KINDS } from './failure-kinds';
import { JOB_KINDS } from './job-kinds';
import { ONE_RUN_KINDS } from './one-run-kinds';
import { ONE_TEST_KINDS } from './one-test-kinds';
import { OTHER_KINDS } from './other-kinds';
import { RUN_KINDS } from './run-kinds';
import { SERVICE_KINDS } from './service-kinds';
import { TEST_KINDS } from './test-kinds';
import { TEST_RECORD_KINDS } from './test-record-kinds';

const DEFINITIONS = [
  ...JOB_KINDS,
  ...RUN_KINDS,
  ...TEST_KINDS,
  ...FAILURE_KINDS,
  ...DURATION_KINDS,
  ...TEST_RECORD_KINDS,
  ...ONE_TEST_KINDS,
  ...ONE_RUN_KINDS,
  ...OTHER_KINDS,
  ...EVENT_KINDS,
  ...SERVICE_KINDS,
] as const;

/** The name of a kind of question, as saved queries keep it: never renamed, never used again for something else. */
export type QuestionKind = (typeof DEFINITIONS)[number]['kind'];

export interface QuestionDefinition extends DefinitionShape {
  readonly kind: QuestionKind;
}

/** Every kind of question, in the order in which editors list them. */
export const QUESTION_CATALOG: readonly QuestionDefinition[] = DEFINITIONS;

const BY_KIND = new Map<string, QuestionDefinition>(DEFINITIONS.map((definition) => [definition.kind, definition]));

export function findDefinition(kind: string): QuestionDefinition | undefined {
  return BY_KIND.get(kind);
}

export function definitionOf(kind: QuestionKind): QuestionDefinition {
  const definition = BY_KIND.get(kind);
  if (definition === undefined) throw new RangeError(`Expected a kind of the catalog, found "${kind}".`);
  return definition;
}
