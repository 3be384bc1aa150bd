import { QUESTION_CATALOG, type QuestionDefinition, findDefinition } from '../catalog/catalog';
import { isQuestionField, QUESTION_FIELDS } from './fields';
import { type Question, type QuestionField, type QuestionFields } from './question';
import { QuestionError, shown } from './question-error';
import {
  bad,
  isRecord,
  MAX_HISTORY_RUNS,
  MAX_PAGE,
  readCount,
  readKeys,
  readMetadata,
  readMinRuns,
  readPattern,
  readStatuses,
  readText,
  readTexts,
  readUuids,
  readWord,
} from './read-field';

/**
 * Reads a question out of anything: a saved query, a request, what a person typed.
 *
 * @throws {QuestionError} that says which field is wrong, what was expected and what to do.
 */
export function parseQuestion(value: unknown): Question {
  if (!isRecord(value)) throw bad('bad_value', 'question', 'an object', value, 'Choose a question.');
  const definition = readKind(value['kind']);
  const fields: Partial<Record<QuestionField, unknown>> = {};
  for (const [name, content] of Object.entries(value)) {
    if (name === 'kind' || content === undefined) continue;
    if (!isQuestionField(name)) throw unknownField(name);
    fields[name] = readField(definition, name, content);
  }
  // Every field was read by the reader of its type.
  return { kind: definition.kind, ...(fields as QuestionFields) };
}

/** @throws {QuestionError} that names the kinds there are. */
export function readKind(kind: unknown): QuestionDefinition {
  const definition = typeof kind === 'string' ? findDefinition(kind) : undefined;
  if (definition !== undefined) return definition;
  throw new QuestionError({
    code: 'unknown_kind',
    field: 'kind',
    expected: `one of ${QUESTION_CATALOG.map((known) => known.kind).join(', ')}`,
    found: shown(kind),
    action: 'Choose a question again; if a newer version saved it, update this one.',
  });
}

export function unknownField(name: string): QuestionError {
  return new QuestionError({
    code: 'unknown_field',
    field: name,
    expected: `one of the fields ${Object.keys(QUESTION_FIELDS).join(', ')}`,
    found: 'another',
    action: 'Remove it; if a newer version saved it, update this one.',
  });
}

function readField(definition: QuestionDefinition, name: QuestionField, value: unknown): unknown {
  switch (QUESTION_FIELDS[name]) {
    case 'texts':
      return readTexts(name, value);
    case 'keys':
      return readKeys(name, value);
    case 'text':
      return name === 'testPattern' ? readPattern(name, value) : readText(name, value);
    case 'statuses':
      return readStatuses(name, value);
    case 'metadata':
      return readMetadata(name, value);
    case 'uuids':
      return readUuids(name, value);
    case 'number':
      return readNumber(definition, name, value);
    case 'choice':
      return readChoice(definition, name, value);
    case 'columns':
      return readWord(name, value, ['runs', 'time']);
  }
}

function readNumber({ maxLimit }: QuestionDefinition, name: QuestionField, value: unknown): number {
  if (name === 'minRuns') return readMinRuns(name, value);
  if (name === 'runLimit') return readCount(name, value, MAX_HISTORY_RUNS);
  if (name === 'page') return readCount(name, value, MAX_PAGE);
  return readCount(name, value, maxLimit);
}

/** A word that the kind does not know is wrong only where the kind has words: switching kinds keeps the others. */
function readChoice(definition: QuestionDefinition, name: QuestionField, value: unknown): string {
  const options = name === 'measure' ? definition.measures : definition.directions;
  if (options === undefined) return readText(name, value);
  return readWord(
    name,
    value,
    options.map((option) => option.value),
  );
}
