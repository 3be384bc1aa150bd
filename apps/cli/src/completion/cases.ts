import type { CompletedFlag, CompletionModel, Value } from './model';

/** A pattern of a shell's `case` for what comes behind `COMMAND|FLAG` or in the place `COMMAND|NUMBER`. */
export interface Case {
  readonly pattern: string;
  readonly value: Value;
}

/** What stands behind flags that take something; `*` stands for any command. */
export function flagCases({ commands, globalFlags }: CompletionModel): readonly Case[] {
  return [
    ...globalFlags.flatMap((flag) => casesOf(flag, (name) => `*${quoteWord(`|${name}`)}`)),
    ...commands.flatMap((command) =>
      command.flags.flatMap((flag) => casesOf(flag, (name) => quoteWord(`${command.name}|${name}`))),
    ),
  ];
}

function casesOf({ names, value }: CompletedFlag, patternOf: (name: string) => string): readonly Case[] {
  return value === null ? [] : [{ pattern: names.map(patternOf).join(' | '), value }];
}

/** All of them in one pattern, a line each. */
export function anyOf(cases: readonly Case[]): string {
  return cases.map(({ pattern }) => pattern).join(' | \\\n      ');
}

/** What stands in the positions of a command, counted from 0. */
export function positionCases({ commands }: CompletionModel): readonly Case[] {
  return commands.flatMap(({ name, positional }) =>
    positional.map((value, index) => {
      const isLast = index === positional.length - 1;
      return { pattern: isLast ? `${quoteWord(`${name}|`)}*` : quoteWord(`${name}|${index}`), value };
    }),
  );
}

/** For a POSIX shell: nothing in it means anything. */
export function quoteWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Matches `command|word` where the word belongs to the name of a command: nothing or only a group stands before it. */
export function nextWord({ groups }: CompletionModel): string {
  return ["'|'*", ...groups.map(({ name }) => `${quoteWord(`${name}|`)}*`)].join(' | ');
}
