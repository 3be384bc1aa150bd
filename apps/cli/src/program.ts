import { Command as Parser, type CommanderError, Option } from 'commander';
import type { Command, CommandGroup, Flag } from './command';
import { applyConfig, nameOf } from './config/apply-config';
import { checkConfig } from './config/check-config';
import type { OptionNames } from './config/check-config';
import { findConfig } from './config/find-config';
import { UsageError } from './errors';
import { EXIT } from './exit-status';
import type { ExitStatus } from './exit-status';
import type { Terminal } from './terminal/terminal';

export const NAME = 'testmetrics';

export interface ProgramDescription {
  readonly version: string;
  readonly commands: readonly (Command | CommandGroup)[];
}

/** Options that every command has, before or behind its name. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  {
    flags: '--config-file <file>',
    describe: 'settings as INI, as often as needed, the last one wins (default: ~/.config/testmetrics/config.ini)',
    repeatable: true,
  },
  { flags: '--config-dir <directory>', describe: 'the same of all *.conf and *.ini in it, by name' },
];

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
  for (const flag of GLOBAL_FLAGS) program.addOption(toOption(flag));
  const names = optionNames(commands);
  const call: Call = async (command, parser, section, input) => {
    const files = await findConfig(program.opts(), terminal.env);
    checkConfig(files, names);
    const isGiven = (option: Option) => parser.getOptionValueSource(option.attributeName()) === 'cli';
    const configured = applyConfig(files, { section, options: parser.options, isGiven }, terminal.env);
    status = await command
      .run({ ...input, ...configured.input }, { ...terminal, env: configured.env })
      .catch((error: unknown) => {
        throw withOrigins(error, configured.origins);
      });
  };
  for (const entry of commands) addEntry(program, entry, terminal, call);
  await program.parseAsync(argv, { from: 'user' });
  return status;
}

/** Runs a command with what the parser found, and with what files say besides. */
type Call = (
  command: Command,
  parser: Parser,
  section: string,
  input: Readonly<Record<string, unknown>>,
) => Promise<void>;

function addEntry(parent: Parser, entry: Command | CommandGroup, terminal: Terminal, call: Call): void {
  if (!('commands' in entry)) {
    addCommand(parent, entry, terminal, call);
    return;
  }
  const group = configure(parent.command(entry.name), terminal).description(entry.describe);
  group.addHelpText('after', examplesOf(entry.commands.flatMap(({ examples }) => examples.slice(0, 1))));
  for (const command of entry.commands) {
    addCommand(group, command, terminal, (one, parser, section, input) =>
      call(one, parser, `${entry.name} ${section}`, input),
    );
  }
}

function addCommand(parent: Parser, command: Command, terminal: Terminal, call: Call): void {
  const parser = configure(parent.command(command.name), terminal).description(command.describe);
  if (command.takesFiles) parser.argument('<file...>', 'files to read; - is standard input');
  const positional = [command.argument ?? []].flat();
  for (const { syntax, describe } of positional) parser.argument(syntax, describe);
  for (const flag of command.flags) parser.addOption(toOption(flag));
  parser.addHelpText(
    'after',
    `${examplesOf(command.examples)}${command.notes === undefined ? '' : `\n${command.notes}`}`,
  );
  parser.action(async () => {
    const files = command.takesFiles ? { files: parser.args } : {};
    const args = positional.length === 0 ? {} : { args: parser.args };
    await call(command, parser, command.name, { ...parser.opts(), ...files, ...args });
  });
}

function toOption({ flags, describe, choices, repeatable }: Flag): Option {
  const option = new Option(flags, describe);
  if (choices !== undefined) option.choices([...choices]);
  if (repeatable === true) option.argParser((value: string, before?: string[]) => [...(before ?? []), value]);
  return option;
}

/** What a file may name, by section. */
function optionNames(entries: readonly (Command | CommandGroup)[], group = ''): OptionNames {
  return new Map(
    entries.flatMap((entry): [string, readonly string[]][] =>
      'commands' in entry
        ? [...optionNames(entry.commands, `${entry.name} `)]
        : [[`${group}${entry.name}`, entry.flags.map((flag) => nameOf(toOption(flag)))]],
    ),
  );
}

/** Says of a mistake that some of the options stand in a file. */
function withOrigins(error: unknown, origins: readonly string[]): unknown {
  if (!(error instanceof UsageError) || origins.length === 0) return error;
  return new UsageError(`${error.message}\n(${origins.join('; ')})`, { cause: error });
}

function configure(parser: Parser, terminal: Terminal): Parser {
  return parser
    .exitOverride()
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
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
