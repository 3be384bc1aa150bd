import { AppError, explainError } from '@testmetrics/runtime';
import { CommanderError } from 'commander';
import type { CommandGroup, Command } from './command';
import { CommandError, isError, OutputClosedError, UsageError } from './errors';
import { EXIT } from './exit-status';
import type { ExitStatus } from './exit-status';
import { NAME, runProgram, statusOfParserError } from './program';
import type { Terminal } from './terminal/terminal';

interface Environment {
  readonly terminal: Terminal;
  readonly version: string;
  readonly commands: readonly (Command | CommandGroup)[];
}

/** Runs the command line once. The one place where errors become messages and exit statuses. */
export async function run(argv: readonly string[], { terminal, ...description }: Environment): Promise<ExitStatus> {
  try {
    const status = await runProgram(argv, terminal, description);
    await terminal.stdout.flush();
    return status;
  } catch (error) {
    return await reportError(error, terminal);
  }
}

async function reportError(error: unknown, terminal: Terminal): Promise<ExitStatus> {
  if (error instanceof OutputClosedError) return EXIT.done;
  if (error instanceof CommanderError) {
    await terminal.stdout.flush();
    return statusOfParserError(error);
  }
  for (const line of describeError(error).split('\n')) terminal.say(`${NAME}: ${line}`);
  if (!(error instanceof UsageError)) return EXIT.failed;
  terminal.say(`Try \`${NAME} --help\`.`);
  return EXIT.usage;
}

/** Errors with a code of our own or of the system are made for people; the stack of any other one is for us. */
function describeError(error: unknown): string {
  if (!isError(error)) return `unexpected: ${String(error)}`;
  if (error instanceof UsageError || error instanceof CommandError) return error.message;
  if (error instanceof AppError) return explainError(error);
  const hasCode = 'code' in error && typeof error.code === 'string';
  return hasCode ? error.message : `unexpected: ${error.stack ?? error.message}`;
}
