import type { Command, CommandGroup } from '../command';
import { dbMigrateCommand } from './db-migrate-command';
import { dbStatusCommand } from './db-status-command';
import { inspectCommand } from './inspect-command';
import { uploadCommand } from './upload-command';

const db: CommandGroup = {
  name: 'db',
  describe: 'Takes care of the database.',
  commands: [dbMigrateCommand, dbStatusCommand],
};

export const COMMANDS: readonly (Command | CommandGroup)[] = [inspectCommand, uploadCommand, db];
