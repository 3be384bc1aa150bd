import { z } from 'zod';
import { placeFields, placeFlags, placeMistake } from '../asking/place';
import { defineCommand } from '../command';
import type { Command, CommandGroup } from '../command';
import { bashCompletion } from '../completion/bash';
import { fishCompletion } from '../completion/fish';
import { jobNames } from '../completion/job-names';
import { completionModel } from '../completion/model';
import { zshCompletion } from '../completion/zsh';
import { UsageError } from '../errors';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { GLOBAL_FLAGS } from '../program';
import type { Terminal } from '../terminal/terminal';

const SCRIPTS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;
/** What the scripts themselves ask for. */
const JOBS = 'jobs';
const WANTED = [...(Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[]), JOBS] as const;

const options = z.object({
  args: z.tuple([z.enum(WANTED, `expected one of ${WANTED.join(', ')}`)], 'expected one shell'),
  ...placeFields,
});

/** @param all - the commands, this one too; asked when it is called, as the list holds it */
export function completionCommand(all: () => readonly (Command | CommandGroup)[]): Command {
  return defineCommand({
    name: 'completion',
    describe: 'Prints a script with which a shell completes commands, options, files and names of jobs.',
    argument: {
      syntax: '<shell>',
      describe: 'bash, zsh or fish; jobs: the names of jobs, which the scripts ask for',
      values: WANTED,
    },
    flags: placeFlags,
    examples: [
      'source <(testmetrics completion bash)',
      'source <(testmetrics completion zsh)',
      'testmetrics completion fish | source',
    ],
    notes: '\nPut the line into ~/.bashrc, ~/.zshrc (behind compinit) or ~/.config/fish/config.fish.',
    options,
    handler: (input, terminal) => print(input, all(), terminal),
  });
}

async function print(
  { args: [wanted], ...place }: z.output<typeof options>,
  commands: readonly (Command | CommandGroup)[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const mistake = placeMistake(place);
  if (mistake !== null) throw new UsageError(mistake);
  if (wanted === JOBS) {
    const names = await jobNames(place, terminal);
    terminal.stdout.write(names.map((name) => `${name}\n`).join(''));
  } else {
    terminal.stdout.write(SCRIPTS[wanted](completionModel(commands, GLOBAL_FLAGS)));
  }
  return EXIT.done;
}
