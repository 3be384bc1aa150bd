import { isListParameter } from '@testmetrics/api-contract';
import { type z } from 'zod';
import { BadRequestError } from './bad-request-error';
import type { RequestMistake } from './bad-request-error';
import type { QueryPair } from './query-pairs';

export interface ReadQuery<Output> {
  readonly query: Output;
  readonly mistakes: RequestMistake[];
}

/**
 * Reads query parameters by a schema that names all there are; those that are lists in it may be repeated.
 *
 * @throws {BadRequestError} naming every mistake
 */
export function readQuery<Schema extends z.ZodObject>(
  pairs: readonly QueryPair[],
  schema: Schema,
  { alsoKnown = [] }: { readonly alsoKnown?: readonly string[] } = {},
): z.output<Schema> {
  const mistakes: RequestMistake[] = [];
  const values: Record<string, string | string[]> = {};
  const known = [...Object.keys(schema.shape), ...alsoKnown];
  for (const [key, value] of pairs) {
    const given = values[key];
    if (!known.includes(key)) mistakes.push(unknownParameter(key, known));
    else if (isListParameter(schema.shape[key])) values[key] = Array.isArray(given) ? [...given, value] : [value];
    else if (given !== undefined && given !== value) mistakes.push(repeated(key));
    else values[key] = value;
  }
  const result = schema.safeParse(values);
  for (const issue of result.error?.issues ?? []) mistakes.push(mistakeOf(issue, values));
  throwIfAny(mistakes);
  return schema.parse(values);
}

/** A list's place in `path` says which of the values is wrong. */
function mistakeOf(issue: z.core.$ZodIssue, values: Readonly<Record<string, string | string[]>>): RequestMistake {
  const [where, index] = [String(issue.path[0] ?? ''), Number(issue.path[1] ?? 0)];
  const given = values[where];
  const found = Array.isArray(given) ? given[index] : given;
  const code: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  return {
    where,
    code: typeof code === 'string' ? code : 'bad_parameter',
    expected: expectation(issue.message),
    found: quote(found ?? ''),
  };
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
