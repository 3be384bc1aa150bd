import { Command as Parser, type CommanderError, Option } from 'commander';
import type { Command, CommandGroup } from './command';
import { EXIT } from './exit-status';
import type { ExitStatus } from './exit-status';
import type { Terminal } from './terminal/terminal';

export const NAME = 'testmetrics';

export interface ProgramDescription {
  readonly version: string;
  readonly commands: readonly (Command | CommandGroup)[];
}

const EXIT_HELP = `
Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but the input was damaged.
Data goes to standard output, everything else to standard error.`;

/**
 * Parses the arguments and runs the command that they name.
 *
 * @throws {CommanderError} where help was asked for or the usage is wrong; its text has been written by then
 */
export async function runProgram(
  argv: readonly string[],
  terminal: Terminal,
  { version, commands }: ProgramDescription,
): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done;
  const program = configure(new Parser(NAME), terminal)
    .description('Sends subunit streams to Test Metrics, looks into them, and takes care of the database.')
    .version(version, '-V, --version', 'print the version')
    .addHelpText('after', EXIT_HELP);
  for (const entry of commands) {
    addEntry(program, entry, terminal, (result) => {
      status = result;
    });
  }
  await program.parseAsync(argv, { from: 'user' });
  return status;
}

type Report = (status: ExitStatus) => void;

function addEntry(parent: Parser, entry: Command | CommandGroup, terminal: Terminal, report: Report): void {
  if (!('commands' in entry)) {
    addCommand(parent, entry, terminal, report);
    return;
  }
  const group = configure(parent.command(entry.name), terminal).description(entry.describe);
  group.addHelpText('after', examplesOf(entry.commands.flatMap(({ examples }) => examples.slice(0, 1))));
  for (const command of entry.commands) addCommand(group, command, terminal, report);
}

function addCommand(parent: Parser, command: Command, terminal: Terminal, report: Report): void {
  const parser = configure(parent.command(command.name), terminal).description(command.describe);
  if (command.takesFiles) parser.argument('<file...>', 'files to read; - is standard input');
  const { argument } = command;
  if (argument !== undefined) parser.argument(argument.syntax, argument.describe);
  for (const { flags, describe, choices, repeatable } of command.flags) {
    const option = new Option(flags, describe);
    if (choices !== undefined) option.choices([...choices]);
    if (repeatable === true) option.argParser((value: string, before?: string[]) => [...(before ?? []), value]);
    parser.addOption(option);
  }
  parser.addHelpText(
    'after',
    `${examplesOf(command.examples)}${command.notes === undefined ? '' : `\n${command.notes}`}`,
  );
  parser.action(async () => {
    const files = command.takesFiles ? { files: parser.args } : {};
    const args = argument === undefined ? {} : { args: parser.args };
    report(await command.run({ ...parser.opts(), ...files, ...args }, terminal));
  });
}

function configure(parser: Parser, terminal: Terminal): Parser {
  return parser
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .showHelpAfterError(`Try \`${NAME} --help\`.`)
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.say(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/^error: /, `${NAME}: `)),
    });
}

function examplesOf(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`;
}

/** What commander reports by throwing: asking for help or the version is no mistake, everything else is. */
export function statusOfParserError({ exitCode, code }: CommanderError): ExitStatus {
  // A group called without a command shows its help, which nobody asked for.
  return exitCode === 0 && code !== 'commander.help' ? EXIT.done : EXIT.usage;
}
