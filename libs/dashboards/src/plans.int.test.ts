import { compileQuestion, literalRange, type Question } from '@testmetrics/questions';
import { makeHistory, runId } from '@testmetrics/questions/testing';
import { type HistoryDatabase, openHistoryDatabase } from './testing/history-database';

/** A history is many rows, which a busy machine takes a while to write. */
const FILLING_MS = 180_000;

const DAY = 86_400_000_000;
const END = Date.UTC(2026, 10, 20, 13, 30) * 1000;
const ONE_RUN = { runs: [runId(300), runId(301)] };
const ONE_TEST = { tests: ['t.Db.test_slow'] };

/** Tables that grow with every run: a question about one run, one test or the newest of something reads few of their rows. */
const LARGE = ['test_runs', 'tm_failures', 'tm_attempts', 'attachments', 'tm_test_days', 'run_metadata'];

/** What people look at all day; each reads what it shows. */
const HOT: readonly Question[] = [
  ...(['runSummary', 'runTests', 'runTimeline', 'runFailures', 'runAttachments', 'runMetadata'] as const).map(
    (kind) => ({
      kind,
      ...ONE_RUN,
    }),
  ),
  { kind: 'compareRuns', ...ONE_RUN },
  { kind: 'failedTestsOfRuns', ...ONE_RUN },
  ...(['testOutcomesOverTime', 'testRunTimes', 'testFailures', 'testByJob', 'testAttempts'] as const).map((kind) => ({
    kind,
    ...ONE_TEST,
  })),
  { kind: 'latestFailures', limit: 20 },
  { kind: 'recentRuns', limit: 20 },
  { kind: 'freshness' },
];

interface Step {
  readonly table: string;
  readonly type: string;
  readonly key: string | null;
}

describe('the plans of hot questions', () => {
  let database: HistoryDatabase;
  beforeAll(async () => {
    database = await openHistoryDatabase(makeHistory({ endMicros: END, days: 80 }));
  }, FILLING_MS);
  afterAll(() => database.close());

  it.each(HOT.map((question) => [question.kind, question] as const))(
    'should find the rows of %s by keys, in a year as in a day',
    async (_, question) => {
      for (const days of [1, 365]) {
        const { sql } = compileQuestion(question, { range: literalRange(END - days * DAY, END) });
        const steps = (await database.ask(`EXPLAIN ${sql}`)) as unknown as readonly Step[];
        // The alias is what EXPLAIN calls a table; only the large ones are looked for.
        const aliases = [...sql.matchAll(/\b(?:FROM|JOIN) (\w+) AS (\w+)/g)].map(([, table, alias]) => ({
          table,
          alias,
        }));
        for (const { table, alias } of aliases.filter(({ table }) => LARGE.includes(table ?? ''))) {
          const scans = steps.filter((step) => step.table === alias && ['ALL', 'index'].includes(step.type));
          expect({ table, days, scans }).toEqual({ table, days, scans: [] });
        }
      }
    },
  );
});
