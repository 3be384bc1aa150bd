import type { z } from 'zod';
import { UsageError } from '../errors';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import type { Terminal } from '../terminal/terminal';
import { readOutput } from './output-options';
import type { Question } from './question';
import { readRequest } from './read-request';
import type { Input } from './read-request';
import { withSource } from './source';
import type { Source } from './source';

/** What a person sees of one thing; more may be asked for it. */
export type ObjectView<Body> = (body: Body, source: Source, terminal: Terminal) => Promise<string> | string;

/** Reads the options, asks for one thing, and prints it. */
export async function askForOne<Query extends z.ZodObject, Body extends object>(
  question: Question<Query, Body>,
  view: ObjectView<Body>,
  input: Input & { readonly args: readonly string[] },
  terminal: Terminal,
): Promise<ExitStatus> {
  const { place, form } = readOutput(input);
  const request = readRequest(question, input, input.args);
  await withSource(place, terminal, async (source) => {
    const { body, text } = await source.ask(question, request);
    terminal.stdout.write(form === 'json' ? `${text}\n` : await view(body, source, terminal));
  });
  return EXIT.done;
}

/** @throws {UsageError} where options are given that only another one gives a meaning */
export function refuseWithout(needed: string, options: readonly string[], input: Input): void {
  const given = options.filter((option) => input[option] !== undefined);
  if (given.length === 0) return;
  throw new UsageError(
    given.map((option) => `--${option}: expected ${needed} too, as it is about that list`).join('\n'),
  );
}
