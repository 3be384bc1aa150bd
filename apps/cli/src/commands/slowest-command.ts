import { slowestTests } from '@testmetrics/answers';
import { rankedTestsQuerySchema, slowTestsSchema } from '@testmetrics/api-contract';
import { secondsCell } from '../asking/cells';
import { listFlags, metaFlag, minRunsFlag, runFlags, testFlags } from '../asking/flags';
import { defineListCommand } from '../asking/list-command';
import { formatCount } from '../format';

export const slowestCommand = defineListCommand({
  name: 'slowest',
  describe: 'Lists tests by the mean duration of their passes in the newest 30 days of the range.',
  flags: [...runFlags, metaFlag, ...testFlags, minRunsFlag, ...listFlags],
  examples: [
    'testmetrics slowest --job tempest-full --branch master',
    'testmetrics slowest --prefix tempest.api.compute. --min-runs 20 --csv > slowest.csv',
  ],
  question: {
    path: () => '/v1/tests/slowest',
    query: rankedTestsQuerySchema,
    reply: slowTestsSchema,
    takesMetadata: true,
    answer: ({ asker }, query) => slowestTests(asker, query),
  },
  view: {
    nothing: 'no test passed',
    columns: [
      { title: 'Mean', align: 'right', text: ({ mean_seconds }) => secondsCell(mean_seconds) },
      { title: 'Passes', align: 'right', text: ({ passes }) => formatCount(passes) },
      { title: 'Total', align: 'right', optional: 2, text: ({ total_seconds }) => secondsCell(total_seconds) },
      { title: 'Note', optional: 1, text: ({ note }) => note ?? '' },
      { title: 'Test', least: 44, text: ({ test }) => test },
    ],
  },
});
