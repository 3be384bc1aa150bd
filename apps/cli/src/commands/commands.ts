import type { Command, CommandGroup } from '../command';
import { dbCheckCommand } from './db-check-command';
import { dbMigrateCommand } from './db-migrate-command';
import { dbRebuildCommand } from './db-rebuild-command';
import { dbStatusCommand } from './db-status-command';
import { inspectCommand } from './inspect-command';
import { uploadCommand } from './upload-command';

const db: CommandGroup = {
  name: 'db',
  describe: 'Takes care of the database.',
  commands: [dbMigrateCommand, dbStatusCommand, dbCheckCommand, dbRebuildCommand],
};

export const COMMANDS: readonly (Command | CommandGroup)[] = [inspectCommand, uploadCommand, db];
