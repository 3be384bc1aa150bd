import type { Command, CommandGroup } from '../command';
import { dbCheckCommand } from './db-check-command';
import { dbImportCommand } from './db-import-command';
import { dbMigrateCommand } from './db-migrate-command';
import { dbPruneCommand } from './db-prune-command';
import { dbRebuildCommand } from './db-rebuild-command';
import { dbStatusCommand } from './db-status-command';
import { exportCommand } from './export-command';
import { inspectCommand } from './inspect-command';
import { splitCommand } from './split-command';
import { timingCommand } from './timing-command';
import { uploadCommand } from './upload-command';

const db: CommandGroup = {
  name: 'db',
  describe: 'Takes care of the database.',
  commands: [
    ...[dbMigrateCommand, dbStatusCommand, dbCheckCommand, dbRebuildCommand],
    ...[dbImportCommand, dbPruneCommand],
  ],
};

export const COMMANDS: readonly (Command | CommandGroup)[] = [
  inspectCommand,
  uploadCommand,
  exportCommand,
  timingCommand,
  splitCommand,
  db,
];
