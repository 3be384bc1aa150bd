import { z } from 'zod';
import { version } from '../../package.json';
import { defineCommand } from '../command';
import type { Command, CommandGroup } from '../command';
import { EXIT } from '../exit-status';
import { manPage } from '../man/man-page';
import { GLOBAL_FLAGS } from '../program';

/** @param all - the commands, this one too; asked when it is called, as the list holds it */
export function manCommand(all: () => readonly (Command | CommandGroup)[]): Command {
  return defineCommand({
    name: 'man',
    describe: 'Prints the manual page of this program.',
    flags: [],
    examples: ['testmetrics man | man -l -', 'testmetrics man > /usr/local/share/man/man1/testmetrics.1'],
    options: z.object({}),
    handler: (_input, { stdout }) => {
      stdout.write(manPage({ commands: all(), globalFlags: GLOBAL_FLAGS, version }));
      return Promise.resolve(EXIT.done);
    },
  });
}
