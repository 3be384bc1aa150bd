import { MAX_LIST, MAX_TEXT_CHARACTERS } from './fields';
import { patternProblem } from './pattern-problem';
import { type MetadataPair, type Status, STATUSES } from './question';
import { QuestionError, type QuestionErrorCode, shown } from './question-error';

/** The most rows that can be skipped by paging; beyond it a prefix is the better way. */
export const MAX_PAGE = 10_000;

/** The most runs that a history has as columns. */
export const MAX_HISTORY_RUNS = 200;

const MAX_MIN_RUNS = 1_000_000;

export function readTexts(field: string, value: unknown): readonly string[] {
  return readList(field, value, 'a list of texts').map((item, index) => readText(`${field}[${index}]`, item));
}

export function readKeys(field: string, value: unknown): readonly number[] {
  return readList(field, value, 'a list of keys').map((item, index) => {
    if (typeof item === 'number' && Number.isSafeInteger(item) && item >= 0) return item;
    throw bad('bad_key', `${field}[${index}]`, 'a whole number', item, 'Keys come from the lists of names.');
  });
}

export function readText(field: string, value: unknown): string {
  if (typeof value !== 'string') throw bad('bad_value', field, 'a text', value, 'Write it between quotes.');
  if (value.length <= MAX_TEXT_CHARACTERS) return value;
  throw new QuestionError({
    code: 'text_too_long',
    field,
    expected: `at most ${MAX_TEXT_CHARACTERS} characters`,
    found: String(value.length),
    action: 'Give the beginning of the name as a prefix instead.',
  });
}

export function readPattern(field: string, value: unknown): string {
  const pattern = readText(field, value);
  const problem = patternProblem(pattern);
  if (problem === undefined) return pattern;
  throw new QuestionError({ code: 'bad_pattern', field, ...problem });
}

export function readStatuses(field: string, value: unknown): readonly Status[] {
  return readList(field, value, 'a list of statuses').map((item, index) => {
    const status = STATUSES.find((known) => known === item);
    if (status !== undefined) return status;
    throw bad('bad_value', `${field}[${index}]`, `one of ${STATUSES.join(', ')}`, item, 'Choose from these.');
  });
}

export function readMetadata(field: string, value: unknown): readonly MetadataPair[] {
  return readList(field, value, 'a list of keys and values').map((item, index) => {
    const at = `${field}[${index}]`;
    if (!isRecord(item)) throw bad('bad_value', at, 'a key and a value', item, 'Write {"key": …, "value": …}.');
    const key = readText(`${at}.key`, item['key']);
    if (key === '') throw bad('bad_value', `${at}.key`, 'a key', key, 'Choose a metadata key, or remove the filter.');
    return { key, value: readText(`${at}.value`, item['value']) };
  });
}

export function readUuids(field: string, value: unknown): readonly string[] {
  return readList(field, value, 'a list of ids of runs').map((item, index) => {
    if (typeof item === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(item))
      return item.toLowerCase();
    throw bad('bad_uuid', `${field}[${index}]`, "a run's id (a UUID)", item, 'Copy the id from the list of runs.');
  });
}

export function readCount(field: string, value: unknown, max: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= max) return value;
  throw bad('bad_limit', field, `a whole number from 1 to ${max}`, value, 'Change the number.');
}

export function readMinRuns(field: string, value: unknown): number {
  return value === 0 ? 0 : readCount(field, value, MAX_MIN_RUNS);
}

export function readWord(field: string, value: unknown, words: readonly string[]): string {
  const word = words.find((known) => known === value);
  if (word !== undefined) return word;
  throw bad('bad_value', field, `one of ${words.join(', ')}`, value, 'Choose from these.');
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function bad(
  code: QuestionErrorCode,
  field: string,
  expected: string,
  found: unknown,
  action: string,
): QuestionError {
  return new QuestionError({ code, field, expected, found: shown(found), action });
}

function readList(field: string, value: unknown, expected: string): readonly unknown[] {
  if (!Array.isArray(value)) throw bad('bad_value', field, expected, value, 'Write it between square brackets.');
  if (value.length <= MAX_LIST) return value;
  throw new QuestionError({
    code: 'bad_value',
    field,
    expected: `at most ${MAX_LIST} values`,
    found: String(value.length),
    action: 'Choose fewer, or all; tests can be chosen by prefix or pattern.',
  });
}
