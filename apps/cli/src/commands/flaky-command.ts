import { flakyTests } from '@testmetrics/answers';
import { flakyTestsSchema, rankedTestsQuerySchema } from '@testmetrics/api-contract';
import { partCell, rateCell, timeCell } from '../asking/cells';
import { listFlags, metaFlag, minRunsFlag, runFlags, testFlags } from '../asking/flags';
import { defineListCommand } from '../asking/list-command';

export const flakyCommand = defineListCommand({
  name: 'flaky',
  describe: 'Lists tests that failed and passed within one run, by how surely they do.',
  flags: [...runFlags, metaFlag, ...testFlags, minRunsFlag, ...listFlags],
  examples: [
    'testmetrics flaky --job tempest-full',
    'testmetrics flaky --since "90 days" --min-runs 50 --csv > flaky.csv',
  ],
  notes: `
Ordered by the lower end of the 95 % interval of the rate ("At least"): one flake in one run says less than 40 in 100.`,
  question: {
    path: () => '/v1/tests/flaky',
    query: rankedTestsQuerySchema,
    reply: flakyTestsSchema,
    takesMetadata: true,
    answer: ({ asker }, query) => flakyTests(asker, query),
  },
  view: {
    nothing: 'no test was flaky',
    columns: [
      { title: 'Flaky', align: 'right', text: ({ flaky, runs }) => partCell(flaky, runs) },
      { title: 'Rate', align: 'right', text: ({ flake_rate }) => rateCell(flake_rate) },
      { title: 'At least', align: 'right', optional: 3, text: (test) => rateCell(test.flake_rate_at_least) },
      { title: 'Last flaky (UTC)', optional: 2, text: ({ last_flaky }) => timeCell(last_flaky) },
      { title: 'Job', least: 16, optional: 1, text: ({ job }) => job },
      { title: 'Note', optional: 4, text: ({ note }) => note ?? '' },
      { title: 'Test', least: 44, text: ({ test }) => test },
    ],
  },
});
