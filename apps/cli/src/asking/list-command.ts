import { z } from 'zod';
import { defineCommand } from '../command';
import type { Command } from '../command';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import type { Terminal } from '../terminal/terminal';
import { TABLE_LIMIT } from './flags';
import type { ListView } from './list-view';
import { readOutput } from './output-options';
import type { OutputOptions } from './output-options';
import { printList } from './print-list';
import type { ListBody, ListQuestion } from './question';
import { readRequest } from './read-request';
import type { Input } from './read-request';
import { withSource } from './source';

/** Options are read by the schema of the endpoint. */
export const anyInput = z.record(z.string(), z.unknown());

/** Page size of whoever wants all. */
const WHOLE_PAGES = 500;

type Description = Omit<Command, 'run' | 'takesFiles'>;

/** A command that asks for a list and shows it. */
export function defineListCommand<Query extends z.ZodObject, Body extends ListBody>(
  definition: Description & { readonly question: ListQuestion<Query, Body>; readonly view: ListView<Body> },
): Command {
  const { question, view, ...description } = definition;
  return defineCommand({
    ...description,
    options: anyInput,
    handler: (input, terminal) => askForList(question, view, input, terminal),
  });
}

/** Reads the options, asks, and prints. */
export async function askForList<Query extends z.ZodObject, Body extends ListBody>(
  question: ListQuestion<Query, Body>,
  view: ListView<Body>,
  input: Input,
  terminal: Terminal,
): Promise<ExitStatus> {
  const output = readOutput(input);
  const args = z.array(z.string()).default([]).parse(input['args']);
  const request = readRequest(question, withLimit(input, output), args);
  await withSource(output.place, terminal, (source) =>
    printList({ source, question, request }, view, output, terminal),
  );
  return EXIT.done;
}

function withLimit(input: Input, { form, all }: OutputOptions): Input {
  if (input['limit'] !== undefined) return input;
  if (all) return { ...input, limit: WHOLE_PAGES };
  return form === 'table' ? { ...input, limit: TABLE_LIMIT } : input;
}
