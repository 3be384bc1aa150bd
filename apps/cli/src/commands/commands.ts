import type { Command, CommandGroup } from '../command';
import { compareCommand } from './compare-command';
import { completionCommand } from './completion-command';
import { dbCheckCommand } from './db-check-command';
import { dbImportCommand } from './db-import-command';
import { dbMigrateCommand } from './db-migrate-command';
import { dbPruneCommand } from './db-prune-command';
import { dbRebuildCommand } from './db-rebuild-command';
import { dbStatusCommand } from './db-status-command';
import { exportCommand } from './export-command';
import { failingCommand } from './failing-command';
import { flakyCommand } from './flaky-command';
import { graphCommand } from './graph-command';
import { inspectCommand } from './inspect-command';
import { manCommand } from './man-command';
import { neverFailingCommand } from './never-failing-command';
import { runCommand } from './run-command';
import { runsCommand } from './runs-command';
import { slowestCommand } from './slowest-command';
import { splitCommand } from './split-command';
import { testCommand } from './test-command';
import { testsCommand } from './tests-command';
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
  runsCommand,
  runCommand,
  testsCommand,
  testCommand,
  slowestCommand,
  neverFailingCommand,
  failingCommand,
  flakyCommand,
  compareCommand,
  graphCommand,
  timingCommand,
  splitCommand,
  db,
  completionCommand(() => COMMANDS),
  manCommand(() => COMMANDS),
];
