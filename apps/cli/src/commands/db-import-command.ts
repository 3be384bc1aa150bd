import { importDatabase } from '@testmetrics/database';
import type { Database, ImportProgress, ImportResult, ImportStep } from '@testmetrics/database';
import { z } from 'zod';
import { defineCommand } from '../command';
import { metadataKeysFrom } from '../db/metadata-keys';
import { databaseFlags, databaseOptions, withDatabase } from '../db/with-database';
import { EXIT } from '../exit-status';
import type { ExitStatus } from '../exit-status';
import { formatCount } from '../format';
import { formatFacts } from '../table';
import type { Terminal } from '../terminal/terminal';

const options = databaseOptions.extend({ from: z.string().optional() });

type Options = z.output<typeof options>;

export const dbImportCommand = defineCommand({
  name: 'import',
  describe: 'Takes over a database of subunit2sql with everything in it; broken off, it goes on when run again.',
  flags: [
    {
      flags: '--from <url>',
      describe:
        'copy from this database (mysql://user:password@host:port/database) instead of taking over ours in place',
    },
    ...databaseFlags,
  ],
  examples: [
    'testmetrics db import --database mysql://user:password@db.example/subunit2sql',
    'testmetrics db import --from mysql://query:query@old.example/subunit2sql',
  ],
  notes: `
The database must be at subunit2sql's newest schema; for an older one the command to run is told.
In place: the old tables serve everybody until the new ones are full, and then lie aside as subunit2sql_tests,
subunit2sql_runs, … Stop what writes into the database meanwhile; drop those tables when all is well.
With --from, runs that are here already under their uuid are left alone.`,
  options,
  handler: (input, terminal) => withDatabase(input, terminal, (database) => importAll(database, input, terminal)),
});

async function importAll(database: Database, { from, json }: Options, terminal: Terminal): Promise<ExitStatus> {
  const result = await importDatabase(database, {
    ...(from === undefined ? {} : { from }),
    metadataKeys: metadataKeysFrom(terminal.env),
    onProgress: progressLines(terminal),
  });
  terminal.stdout.write(json ? formatJson(result) : formatText(result, from === undefined));
  return EXIT.done;
}

const STEPS: Readonly<Record<ImportStep, (done: string) => string>> = {
  fetch: (done) => `fetched ${done} rows`,
  copy: (done) => `took over ${done} runs`,
  swap: () => 'putting the new tables in place of the old ones',
  settle: (done) => `read ${done} runs for their facts`,
  rollup: (done) => `counted ${done} runs`,
};

/** A line now and then: a large database has thousands of batches. */
const LINE_EVERY_MS = 1_000;

function progressLines({ say }: Terminal): (progress: ImportProgress) => void {
  let saidMs = 0;
  let saidStep: ImportStep | null = null;
  return ({ step, done, total }) => {
    const isLast = done === total;
    if (step === saidStep && !isLast && Date.now() - saidMs < LINE_EVERY_MS) return;
    saidMs = Date.now();
    saidStep = step;
    say(STEPS[step](total === null ? formatCount(done) : `${formatCount(done)} of ${formatCount(total)}`));
  };
}

function formatJson(result: ImportResult): string {
  return `${JSON.stringify({
    already: result.already,
    runs: result.runs,
    tests: result.tests,
    test_runs: result.testRuns,
    merged_tests: result.mergedTests,
    renamed_runs: result.renamedRuns,
    known_runs: result.knownRuns,
    orphan_test_runs: result.orphanTestRuns,
  })}\n`;
}

function formatText(result: ImportResult, inPlace: boolean): string {
  if (result.already) return 'nothing to do: the database was taken over before\n';
  const notes: (readonly [number, string, string])[] = [
    [result.mergedTests, 'Tests merged', 'rows of tests with the same name became one'],
    [result.renamedRuns, 'Runs renamed', 'had no uuid, or that of another run: they got one of their own'],
    [result.knownRuns, 'Runs known', 'were here already under their uuid, and were left alone'],
    [result.orphanTestRuns, 'Test runs left out', 'their run or test is gone'],
  ];
  const facts = formatFacts([
    ['Runs', formatCount(result.runs)],
    ['Tests', formatCount(result.tests)],
    ['Test runs', formatCount(result.testRuns)],
    ...notes
      .filter(([count]) => count > 0)
      .map(([count, name, text]): readonly [string, string] => [name, `${formatCount(count)}: ${text}`]),
  ]);
  const rest = inPlace
    ? 'The old tables lie aside under subunit2sql_…; when `testmetrics db check` says clean and all is well, drop them.\n'
    : '';
  return `${facts}${rest}`;
}
