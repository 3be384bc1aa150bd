import { isListParameter } from '@testmetrics/api-contract';
import { systemClock } from '@testmetrics/runtime';
import type { z } from 'zod';
import { UsageError } from '../errors';
import { timeOption } from '../time/time-option';
import type { Question, Request } from './question';

/** What the parser found, by the names of its options. */
export type Input = Readonly<Record<string, unknown>>;

type Values = Record<string, string | readonly string[]>;

/** Options that take times in more forms than the service reads. */
const TIMES = ['since', 'until'];

/**
 * Reads options by the schema of the endpoint that they ask, so that both ways refuse the same.
 *
 * @throws {UsageError} naming every option that is wrong, what was expected, and what was found
 */
export function readRequest<Query extends z.ZodObject>(
  { query: schema, takesMetadata = false }: Pick<Question<Query, object>, 'query' | 'takesMetadata'>,
  input: Input,
  args: readonly string[],
): Request<z.output<Query>> {
  const mistakes: string[] = [];
  const values: Values = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const given = name === 'format' ? undefined : input[optionName(name)];
    if (given === undefined) continue;
    const value = readValue(name, given, isListParameter(field), mistakes);
    if (value !== undefined) values[name] = value;
  }
  const parsed = schema.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) mistakes.push(mistakeOf(issue, values));
  const metadata = takesMetadata ? readMetadata(input['meta'], mistakes) : [];
  mistakes.push(...rangeMistakes(values));
  if (!parsed.success || mistakes.length > 0) throw new UsageError(mistakes.join('\n'));
  return {
    args,
    pairs: [...pairsOf(values), ...metadata.map(({ key, value }) => [`meta.${key}`, value] as const)],
    query: metadata.length === 0 ? parsed.data : { ...parsed.data, metadata },
  };
}

function readValue(name: string, given: unknown, isList: boolean, mistakes: string[]): Values[string] | undefined {
  if (isList) return [given].flat().map(String);
  const [value = '', ...others] = [given].flat().map(String);
  if (others.length > 0) {
    mistakes.push(`${flagOf(name)}: expected it once, found it ${others.length + 1} times`);
    return undefined;
  }
  if (!TIMES.includes(name)) return value;
  const time = timeOption(flagOf(name)).safeParse(value);
  if (time.success) return time.data;
  mistakes.push(...time.error.issues.map(({ message }) => message));
  return undefined;
}

/** A range that ends before it begins; without an end it ends now. */
function rangeMistakes({ since, until }: Values): string[] {
  if (typeof since !== 'string') return [];
  const end = typeof until === 'string' ? Date.parse(until) : systemClock.nowMicros() / 1000 + 60_000;
  if (Date.parse(since) < end) return [];
  const expected = typeof until === 'string' ? `a time before --until ${until}` : 'a time before now, or --until too';
  return [`--since: expected ${expected}, found ${JSON.stringify(since)}`];
}

function readMetadata(given: unknown, mistakes: string[]): { key: string; value: string }[] {
  return [given ?? []].flat().flatMap((pair) => {
    const text = String(pair);
    const at = text.indexOf('=');
    if (at > 0) return [{ key: text.slice(0, at), value: text.slice(at + 1) }];
    mistakes.push(`--meta: expected KEY=VALUE, found ${JSON.stringify(text)}`);
    return [];
  });
}

/** A list's place in `path` says which of the values is wrong. */
function mistakeOf({ path, message }: z.core.$ZodIssue, values: Values): string {
  const name = String(path[0] ?? '');
  const given = values[name];
  const found = typeof given === 'string' ? given : given?.[Number(path[1] ?? 0)];
  return `${flagOf(name)}: ${message}, found ${JSON.stringify(found ?? '')}`;
}

function pairsOf(values: Values): (readonly [string, string])[] {
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : value.map((one) => [name, one] as const),
  );
}

/** `min_runs` of the service is `--min-runs`, which the parser calls `minRuns`. */
function optionName(parameter: string): string {
  return parameter.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function flagOf(parameter: string): string {
  return `--${parameter.replaceAll('_', '-')}`;
}
