import type { z } from 'zod';
import { UsageError } from './errors';
import type { ExitStatus } from './exit-status';
import type { Terminal } from './terminal/terminal';

/** One option as it stands in the help, for instance `--url <url>`. */
export interface Flag {
  readonly flags: string;
  readonly describe: string;
  readonly choices?: readonly string[];
  /** May be given several times; the values come as a list. */
  readonly repeatable?: boolean;
}

/** A positional argument as it stands in the help, for instance `[run...]`. */
export interface Argument {
  readonly syntax: string;
  readonly describe: string;
  /** What it can be, where that is known: offered by the shell, checked by the command. */
  readonly values?: readonly string[];
}

/** A command: what the help says of it, what its options must be, and the one function it calls. */
export interface Command {
  readonly name: string;
  readonly describe: string;
  /** Positional arguments are given to the schema as `files`. */
  readonly takesFiles: boolean;
  /** Positional arguments that are no files, for instance `[run...]`; given to the schema as `args`, all in one list. */
  readonly argument?: Argument | readonly Argument[];
  readonly flags: readonly Flag[];
  readonly examples: readonly string[];
  /** Further text at the end of the help. */
  readonly notes?: string;
  run(input: Readonly<Record<string, unknown>>, terminal: Terminal): Promise<ExitStatus>;
}

export interface CommandGroup {
  readonly name: string;
  readonly describe: string;
  readonly commands: readonly Command[];
}

interface CommandDefinition<Schema extends z.ZodType> extends Omit<Command, 'run' | 'takesFiles'> {
  readonly takesFiles?: boolean;
  /** Reads what the parser found; its messages are shown to the user as they are. */
  readonly options: Schema;
  readonly handler: (options: z.output<Schema>, terminal: Terminal) => Promise<ExitStatus>;
}

/** Ties a handler to the schema of its options, so that the handler sees nothing unchecked. */
export function defineCommand<Schema extends z.ZodType>(definition: CommandDefinition<Schema>): Command {
  const { options, handler, takesFiles = false, ...description } = definition;
  return {
    ...description,
    takesFiles,
    run: (input, terminal) => handler(readOptions(options, input), terminal),
  };
}

function readOptions<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new UsageError(result.error.issues.map(({ message }) => message).join('\n'));
}
