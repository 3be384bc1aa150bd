import { firstDayToKeep, pruneDatabase } from '@testmetrics/database';
import type { Database, PruneProgress, PruneResult } from '@testmetrics/database';
import { z } from 'zod';
import { defineCommand } from '../command';
import { databaseFlags, databaseOptions, withDatabase } from '../db/with-database';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { formatCount } from '../format';
import type { Terminal } from '../terminal/terminal';

const AGE = /^([1-9]\d{0,4})d$/;

const options = databaseOptions.extend({
  olderThan: z
    .string('--older-than: expected an age in days, for instance 90d, found none')
    .regex(AGE, '--older-than: expected an age in days of at least 1d, for instance 90d')
    .transform((age) => Number(AGE.exec(age)?.[1])),
  meta: z
    .array(z.string().regex(/^[^=]+=/, '--meta: expected KEY=VALUE'))
    .default([])
    .transform((pairs) => pairs.map(splitPair)),
  dryRun: z.boolean().default(false),
  // `--no-runs` makes the parser say that `runs` is false.
  runs: z.boolean().default(true),
});

type Options = z.output<typeof options>;

function splitPair(pair: string): readonly [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

export const dbPruneCommand = defineCommand({
  name: 'prune',
  describe: 'Removes raw rows of old runs and keeps what was made of them; uploads go on meanwhile.',
  flags: [
    { flags: '--older-than <age>', describe: 'of runs before this many days, for instance 90d; whole days, UTC' },
    { flags: '--meta <key=value>', describe: 'only of runs with these metadata, as often as needed', repeatable: true },
    { flags: '--no-runs', describe: 'only of their tests: the runs stay, with metadata and totals' },
    { flags: '--dry-run', describe: 'say what would go, and change nothing' },
    ...databaseFlags,
  ],
  examples: [
    'testmetrics db prune --older-than 186d',
    'testmetrics db prune --older-than 30d --no-runs --meta build_queue=check --dry-run',
  ],
  notes: `
Rollups, counters of tests, histories and dictionaries stay: charts over years show the same as before.
\`db check\` and \`db rebuild\` take what was made of removed rows as given. Broken off, it is simply run again.`,
  options,
  handler: (input, terminal) => withDatabase(input, terminal, (database) => prune(database, input, terminal)),
});

async function prune(database: Database, input: Options, terminal: Terminal): Promise<ExitStatus> {
  const beforeDay = firstDayToKeep(new Date(), input.olderThan);
  const result = await pruneDatabase(database, {
    beforeDay,
    metadata: input.meta,
    keepRuns: !input.runs,
    dryRun: input.dryRun,
    onProgress: (progress) => terminal.say(describe(progress)),
  });
  terminal.stdout.write(input.json ? formatJson(result, beforeDay, input) : formatText(result, beforeDay, input));
  return EXIT.done;
}

function describe({ step, runs, totalRuns }: PruneProgress): string {
  const counts = `${formatCount(runs)} of ${formatCount(totalRuns)} runs`;
  return step === 'note' ? `noted what ${counts} have added` : `removed rows of ${counts}`;
}

function formatJson(result: PruneResult, beforeDay: string, { dryRun, runs }: Options): string {
  return `${JSON.stringify({
    dry_run: dryRun,
    before_day: beforeDay,
    runs: result.runs,
    runs_removed: runs ? result.runs : 0,
    test_runs: result.testRuns,
    first_day: result.firstDay,
    last_day: result.lastDay,
    partitions: result.partitions,
    pending_runs: result.pendingRuns,
  })}\n`;
}

function formatText(result: PruneResult, beforeDay: string, { dryRun, runs }: Options): string {
  const pending =
    result.pendingRuns === 0
      ? ''
      : `${formatCount(result.pendingRuns)} runs stay until they are rolled up; prune again then\n`;
  if (result.runs === 0) return `nothing to remove before ${beforeDay}\n${pending}`;
  const days = result.firstDay === result.lastDay ? `${result.firstDay}` : `${result.firstDay} to ${result.lastDay}`;
  const what = `${formatCount(result.testRuns)} test runs of ${formatCount(result.runs)} runs, ${days}`;
  const whose = runs ? 'and the runs themselves' : 'the runs stay';
  const partitions = result.partitions.length === 0 ? '' : `whole partitions: ${result.partitions.join(', ')}\n`;
  return `${dryRun ? 'would remove' : 'removed'} ${what}; ${whose}\n${partitions}${pending}`;
}
