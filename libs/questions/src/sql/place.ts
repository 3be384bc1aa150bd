import { QuestionError, shown } from '../model/question-error';
import { numberLiteral, textLiteral } from './literal';
import { timeLiteral } from './time-range';

/** One of the values that rows are ordered by. */
export interface PlacePart {
  readonly sql: string;
  /** What the value is; one part at most is a text. Default: a number. */
  readonly type?: 'number' | 'time' | 'text';
  readonly descending?: boolean;
  /**
   * No other row has it, and so the row itself is left out even where a sum of floats before it came out otherwise in its
   * last digit.
   */
  readonly isKey?: true;
}

/**
 * Where a page begins: behind the row whose `place_key` this is; `null` for the first page. A list that is read so goes
 * on where it was, whatever came in meanwhile. Without it (`undefined`) rows have no `place_key`.
 */
export type After = string | null | undefined;

/** `, … AS place_key`, which names the row's place in the order; nothing where no pages are read. */
export function placeColumn(parts: readonly PlacePart[], after: After): string {
  return after === undefined ? '' : `, CONCAT_WS(' ', ${textLast(parts).map(partColumn).join(', ')}) AS place_key`;
}

/**
 * The condition that a row lies behind that place; none for the first page.
 *
 * @throws {QuestionError} where the place is none
 */
export function isBehind(parts: readonly PlacePart[], after: After): string[] {
  if (after === undefined || after === null) return [];
  const values = readPlace(parts, after);
  const others = parts.flatMap(({ sql, isKey }, index) => (isKey === true ? [`${sql} <> ${values[index]}`] : []));
  return [behind(parts, values), ...others];
}

/** The first part by itself too, in a form that a range of an index serves. */
function behind([part, ...parts]: readonly PlacePart[], [value, ...values]: readonly string[]): string {
  if (part === undefined || value === undefined) return '1=0';
  const than = part.descending === true ? '<' : '>';
  if (parts.length === 0) return `${part.sql} ${than} ${value}`;
  return `(${part.sql} ${than}= ${value} AND (${part.sql} ${than} ${value} OR ${behind(parts, values)}))`;
}

/** A text may have spaces in it: what follows the numbers is the text. */
function textLast(parts: readonly PlacePart[]): readonly PlacePart[] {
  return [...parts.filter(({ type }) => type !== 'text'), ...parts.filter(({ type }) => type === 'text')];
}

function partColumn({ sql, type = 'number' }: PlacePart): string {
  return type === 'time' ? `TIMESTAMPDIFF(MICROSECOND, '1970-01-01', ${sql})` : sql;
}

/** The parts of a place as literals, in the order of `parts`. */
function readPlace(parts: readonly PlacePart[], place: string): readonly string[] {
  const words = place.split(' ');
  const written = textLast(parts);
  const literals = new Map<PlacePart, string>();
  for (const [index, part] of written.entries()) {
    const isRest = part.type === 'text';
    const text = isRest ? words.slice(index).join(' ') : words[index];
    if (text === undefined) throw noPlace(place);
    literals.set(part, isRest ? textLiteral(text) : readNumber(part, text, place));
  }
  if (written.at(-1)?.type !== 'text' && words.length !== parts.length) throw noPlace(place);
  return parts.map((part) => literals.get(part) ?? '');
}

function readNumber({ type }: PlacePart, text: string, place: string): string {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw noPlace(place);
  if (type === 'time') return readTime(value, place);
  return Number.isSafeInteger(value) ? numberLiteral(value) : floatLiteral(value);
}

/**
 * A place that is the number of a row.
 *
 * @throws {QuestionError} where it is none
 */
export function readCountPlace(place: string): number {
  const count = Number(place);
  if (!/^\d{1,9}$/.test(place)) throw noPlace(place);
  return count;
}

function readTime(micros: number, place: string): string {
  if (!Number.isSafeInteger(micros) || micros < 0) throw noPlace(place);
  return timeLiteral(micros);
}

/** With an exponent a number is a float for the server, equal to the one that it was read from. */
function floatLiteral(value: number): string {
  return value.toExponential();
}

function noPlace(place: string): QuestionError {
  return new QuestionError({
    code: 'bad_value',
    field: 'after',
    expected: 'the place_key of a row of this question',
    found: shown(place),
    action: 'Begin with the first page again.',
  });
}
