import type { Argument, Command, CommandGroup, Flag } from '../command';

/** What may stand in a place of the command line. */
export type Value =
  | { readonly kind: 'file' | 'directory' | 'job' | 'text' }
  | { readonly kind: 'choices'; readonly choices: readonly string[] };

export interface CompletedFlag {
  /** `-o`, `--output`. */
  readonly names: readonly string[];
  readonly describe: string;
  /** `null`: a switch. */
  readonly value: Value | null;
}

/** A command, by all of its name: `graph`, `db prune`. */
export interface CompletedCommand {
  readonly name: string;
  readonly describe: string;
  readonly flags: readonly CompletedFlag[];
  /** Its positional arguments; the last one may be repeated. */
  readonly positional: readonly Value[];
}

/** All that a shell has to know. */
export interface CompletionModel {
  readonly commands: readonly CompletedCommand[];
  /** Names that are followed by the name of a command. */
  readonly groups: readonly { readonly name: string; readonly describe: string }[];
  /** Stand before the name of a command, or behind it. */
  readonly globalFlags: readonly CompletedFlag[];
}

const HELP: CompletedFlag = { names: ['-h', '--help'], describe: 'show this help', value: null };

/** Made of the definitions that the parser is made of. */
export function completionModel(
  entries: readonly (Command | CommandGroup)[],
  globalFlags: readonly Flag[],
): CompletionModel {
  return {
    commands: entries.flatMap((entry) =>
      'commands' in entry
        ? entry.commands.map((command) => toCompleted(command, `${entry.name} ${command.name}`))
        : [toCompleted(entry, entry.name)],
    ),
    groups: entries.filter((entry) => 'commands' in entry).map(({ name, describe }) => ({ name, describe })),
    globalFlags: globalFlags.map(toFlag),
  };
}

function toCompleted({ describe, flags, takesFiles, argument = [] }: Command, name: string): CompletedCommand {
  const positional: Value[] = takesFiles ? [{ kind: 'file' }] : [argument].flat().map(valueOf);
  return { name, describe, flags: [...flags.map(toFlag), HELP], positional };
}

function toFlag({ flags, describe, choices }: Flag): CompletedFlag {
  const names = flags.match(/(?<=^|[ ,])--?[A-Za-z0-9][\w-]*/g) ?? [];
  const placeholder = /[<[](.+?)[>\]]/.exec(flags)?.[1];
  const value = placeholder === undefined ? null : valueNamed(placeholder, choices);
  return { names, describe, value };
}

function valueOf({ syntax, values }: Argument): Value {
  return valueNamed(syntax.replace(/[<>[\].]/g, ''), values);
}

/** What the definitions call a value says what it is. */
const KINDS: Readonly<Record<string, 'file' | 'directory' | 'job'>> = {
  file: 'file',
  list: 'file',
  directory: 'directory',
  job: 'job',
};

function valueNamed(placeholder: string, choices: readonly string[] | undefined): Value {
  if (choices !== undefined) return { kind: 'choices', choices };
  return { kind: KINDS[placeholder] ?? 'text' };
}

/** The names of the commands of a group, or of the first level. */
export function wordsBehind(
  model: CompletionModel,
  group: string | null,
): readonly { name: string; describe: string }[] {
  if (group !== null) {
    return model.commands
      .filter(({ name }) => name.startsWith(`${group} `))
      .map(({ name, describe }) => ({ name: name.slice(group.length + 1), describe }));
  }
  const single = model.commands.filter(({ name }) => !name.includes(' '));
  return [...single.map(({ name, describe }) => ({ name, describe })), ...model.groups];
}
