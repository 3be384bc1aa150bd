import { failingTests } from '@testmetrics/answers';
import { failingTestsSchema, rankedTestsQuerySchema } from '@testmetrics/api-contract';
import { partCell, rateCell, timeCell } from '../asking/cells';
import { listFlags, metaFlag, minRunsFlag, runFlags, testFlags } from '../asking/flags';
import { defineListCommand } from '../asking/list-command';

export const failingCommand = defineListCommand({
  name: 'failing',
  describe: 'Lists tests by how surely they fail.',
  flags: [...runFlags, metaFlag, ...testFlags, minRunsFlag, ...listFlags],
  examples: [
    'testmetrics failing --job tempest-full --branch master --since 2w',
    'testmetrics failing --min-runs 20 --json | jq -r ".items[].test"',
  ],
  notes: `
Ordered by the lower end of the 95 % interval of the rate ("At least"): one failure of one run says less than 40 of 100.`,
  question: {
    path: () => '/v1/tests/failing',
    query: rankedTestsQuerySchema,
    reply: failingTestsSchema,
    takesMetadata: true,
    answer: ({ asker }, query) => failingTests(asker, query),
  },
  view: {
    nothing: 'no test failed',
    columns: [
      { title: 'Failed', align: 'right', text: ({ failed, runs }) => partCell(failed, runs) },
      { title: 'Rate', align: 'right', text: ({ failure_rate }) => rateCell(failure_rate) },
      { title: 'At least', align: 'right', optional: 3, text: (test) => rateCell(test.failure_rate_at_least) },
      { title: 'Last failed (UTC)', optional: 2, text: ({ last_failed }) => timeCell(last_failed) },
      { title: 'Job', least: 16, optional: 1, text: ({ job }) => job },
      { title: 'Note', optional: 4, text: ({ note }) => note ?? '' },
      { title: 'Test', least: 44, text: ({ test }) => test },
    ],
  },
});
