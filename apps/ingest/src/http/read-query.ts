import { type z } from 'zod';
import { BadRequestError } from './bad-request-error';
import type { RequestMistake } from './bad-request-error';
import type { QueryPair } from './query-pairs';

export interface ReadQuery<Output> {
  readonly query: Output;
  readonly mistakes: RequestMistake[];
}

/**
 * Reads query parameters by a schema that names all there are.
 *
 * @throws {BadRequestError} naming every mistake
 */
export function readQuery<Schema extends z.ZodObject>(
  pairs: readonly QueryPair[],
  schema: Schema,
  { alsoKnown = [] }: { readonly alsoKnown?: readonly string[] } = {},
): z.output<Schema> {
  const mistakes: RequestMistake[] = [];
  const values: Record<string, string> = {};
  const known = [...Object.keys(schema.shape), ...alsoKnown];
  for (const [key, value] of pairs) {
    if (!known.includes(key)) mistakes.push(unknownParameter(key, known));
    else if (values[key] !== undefined && values[key] !== value) mistakes.push(repeated(key));
    else values[key] = value;
  }
  const result = schema.safeParse(values);
  for (const { path, message } of result.error?.issues ?? []) {
    const where = path.join('.');
    mistakes.push({ where, code: 'bad_parameter', expected: expectation(message), found: quote(values[where] ?? '') });
  }
  throwIfAny(mistakes);
  return schema.parse(values);
}

export function throwIfAny(mistakes: readonly RequestMistake[]): void {
  const [first, ...rest] = mistakes;
  if (first !== undefined) throw new BadRequestError([first, ...rest]);
}

/** Quoted, and shortened for reading. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

function expectation(message: string): string {
  return message.replace(/^expected /, '');
}

function unknownParameter(key: string, known: readonly string[]): RequestMistake {
  return { where: quote(key), code: 'unknown_parameter', expected: `one of ${known.join(', ')}`, found: quote(key) };
}

function repeated(key: string): RequestMistake {
  return { where: key, code: 'parameter_repeated', expected: `${key} once`, found: 'two different values' };
}
