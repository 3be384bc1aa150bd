import { type FieldType, isQuestionField, QUESTION_FIELDS } from './fields';
import { parseQuestion, readKind, unknownField } from './parse-question';
import { type Question, type QuestionField, type SavedQuestion } from './question';
import { bad, isRecord } from './read-field';

/**
 * What a template text stands for: `${job}` for the chosen jobs, any other text for itself. A variable without a
 * value gives no text, or an empty one.
 */
export type Replace = (text: string) => readonly string[];

/** What variables carry for "All": Grafana's own word, and ours, which is no key (see `ALL_KEYS`). */
const EVERYTHING = ['$__all', '0'];

/**
 * Fills in the variables of a saved question. "All" and nothing at all leave the field out.
 *
 * @throws {QuestionError} where the result is no question, as `parseQuestion` does.
 */
export function resolveQuestion(saved: SavedQuestion, replace: Replace): Question {
  const { kind, ...rest } = saved;
  const definition = readKind(kind);
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (!isQuestionField(name)) throw unknownField(name);
    const resolved = value === undefined ? undefined : resolveField(name, value, replace);
    if (resolved !== undefined) fields[name] = resolved;
  }
  return parseQuestion({ kind: definition.kind, ...fields });
}

function resolveField(name: QuestionField, value: unknown, replace: Replace): unknown {
  const type: FieldType = QUESTION_FIELDS[name];
  switch (type) {
    case 'texts':
      return resolveTexts(value, replace, ['$__all']);
    case 'uuids':
    case 'statuses':
      return resolveTexts(value, replace, EVERYTHING);
    case 'keys':
      return resolveKeys(name, value, replace);
    case 'metadata':
      return resolveMetadata(name, value, replace);
    case 'number':
      return resolveNumber(name, value, replace);
    case 'text':
    case 'choice':
    case 'columns':
      return resolveText(name, value, replace);
  }
}

/** `undefined` = all. An empty text among literal ones is the name of "none" and stays; of a variable it is no value. */
function resolveTexts(value: unknown, replace: Replace, everything: readonly string[]): unknown {
  if (value === '') return undefined;
  const given = typeof value === 'string' ? [value] : value;
  if (!Array.isArray(given) || given.some((text) => typeof text !== 'string')) return given;
  const texts = given.flatMap((text: string) => (text === '' ? [''] : replace(text).filter((part) => part !== '')));
  if (texts.length === 0 || texts.some((text) => everything.includes(text))) return undefined;
  return [...new Set(texts)];
}

function resolveKeys(name: string, value: unknown, replace: Replace): unknown {
  const given = Array.isArray(value) ? value : [value];
  const texts = given
    .flatMap((item) => (typeof item === 'string' ? replace(item) : [String(item)]))
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  if (texts.length === 0 || texts.some((text) => EVERYTHING.includes(text))) return undefined;
  return [...new Set(texts.map((text) => readKey(name, text)))];
}

function readKey(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw bad('bad_key', name, 'keys (whole numbers)', text, 'Check that the variable exists and carries keys.');
}

/** A field of one text takes one value: to leave the others out would answer another question. */
function resolveText(field: string, value: unknown, replace: Replace): unknown {
  if (typeof value !== 'string') return value;
  const texts = value === '' ? [] : replace(value).filter((text) => text !== '' && text !== '$__all');
  if (texts.length < 2) return texts[0];
  throw bad('bad_value', field, 'one value', texts, 'Choose one value in the variable.');
}

function resolveNumber(name: string, value: unknown, replace: Replace): unknown {
  if (typeof value !== 'string') return value;
  const text = resolveText(name, value.trim(), replace);
  if (typeof text !== 'string') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw bad('bad_limit', name, 'a whole number', text, 'Change the number, or check the variable.');
}

/** A pair whose key or value a variable leaves empty filters nothing; a value that is written as empty is one. */
function resolveMetadata(field: string, value: unknown, replace: Replace): unknown {
  if (!Array.isArray(value)) return value;
  const pairs = value.flatMap((pair: unknown, index) => {
    if (!isRecord(pair)) return [pair];
    const key = resolveText(`${field}[${index}].key`, pair['key'], replace);
    const text = pair['value'] === '' ? '' : resolveText(`${field}[${index}].value`, pair['value'], replace);
    return key === undefined || text === undefined ? [] : [{ key, value: text }];
  });
  return pairs.length === 0 ? undefined : pairs;
}
