import { z } from 'zod';
import { CommandError } from '../errors';
import { printable } from '../format';
import type { HttpReply } from './http-post';
import type { AttemptResult } from './retry';

const problemDocument = z.looseObject({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
  expected: z.unknown().optional(),
  found: z.unknown().optional(),
  action: z.unknown().optional(),
  suggestions: z.array(z.unknown()).optional(),
});

const HINTS: Readonly<Record<number, string>> = {
  401: 'give a write token with --token or TESTMETRICS_TOKEN',
  403: 'the token is not allowed to write here',
  404: 'is --url the address of the ingest service?',
};

/** A refusal in words: what the service said, or what can be made of a reply that is none of its own. */
export function describeRefusal({ status, text }: HttpReply): string {
  const problem = problemDocument.safeParse(parseJson(text));
  if (!problem.success) return `HTTP ${status}${quoteText(text)}${hint(status)}`;
  const { title, detail, code, expected, found, action, suggestions = [] } = problem.data;
  const lines = [
    `${title ?? `HTTP ${status}`} (${code === undefined ? '' : `${code}, `}HTTP ${status})`,
    detail,
    line('expected', expected),
    line('found', found),
    line('did you mean', suggestions.length === 0 ? undefined : suggestions.map(String).join(', ')),
    line('what to do', action),
  ];
  return lines
    .filter((text) => text !== undefined && text !== '')
    .map((text) => printable(text ?? ''))
    .join('\n  ');
}

export function refusalError(file: string, url: URL, result: AttemptResult): CommandError {
  if (result.kind === 'reply') return new CommandError(`${file} was not stored: ${describeRefusal(result.reply)}`);
  return new CommandError(
    `${file} was not stored: no connection to ${url.origin} (${result.error.message})\n` +
      '  Is the ingest service running there? `npm start` starts one; --url or TESTMETRICS_URL names another.',
    { cause: result.error },
  );
}

function line(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function quoteText(text: string): string {
  const start = printable(text.slice(0, 200).trim());
  return start === '' ? '' : `, "${start}"`;
}

function hint(status: number): string {
  const text = HINTS[status];
  return text === undefined ? '' : `: ${text}`;
}
