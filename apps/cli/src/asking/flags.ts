import type { Flag } from '../command';
import { SINCE_FLAG, UNTIL_FLAG } from '../time/time-option';
import { placeFlags } from './place';

/** Items of a table where nothing is said: what fits on a screen. */
export const TABLE_LIMIT = 20;

/** Which runs are meant. */
export const runFlags: readonly Flag[] = [
  { flags: '-j, --job <job>', describe: 'only runs of this job, as often as needed', repeatable: true },
  { flags: '-p, --project <project>', describe: 'only runs of this project, as often as needed', repeatable: true },
  { flags: '-b, --branch <branch>', describe: 'only runs of this branch, as often as needed', repeatable: true },
  { ...SINCE_FLAG, describe: `${SINCE_FLAG.describe} (default: 30 days)` },
  UNTIL_FLAG,
];

export const metaFlag: Flag = {
  flags: '--meta <key=value>',
  describe: 'only runs with these metadata, as often as needed',
  repeatable: true,
};

/** Which tests are meant. */
export const testFlags: readonly Flag[] = [
  { flags: '--prefix <text>', describe: 'only tests whose name begins with this' },
  { flags: '--search <text>', describe: 'only tests whose name contains this; case matters' },
  { flags: '--pattern <regex>', describe: 'only tests whose name matches this, as the database reads it' },
];

export const minRunsFlag: Flag = { flags: '--min-runs <n>', describe: 'leave out tests that ran less often' };

/** How a list comes. */
export const listFlags: readonly Flag[] = [
  { flags: '--limit <n>', describe: `items a page, 1 to 500 (default: ${TABLE_LIMIT} in a table, else 100)` },
  { flags: '--cursor <cursor>', describe: 'the page behind the one that named this cursor' },
  { flags: '--all', describe: 'all pages' },
  { flags: '--json', describe: "print the service's answer as it is instead of a table" },
  { flags: '--csv', describe: 'print the items as CSV instead of a table' },
  ...placeFlags,
];
