import { listTests } from '@testmetrics/answers';
import { listTestsQuerySchema, testListSchema } from '@testmetrics/api-contract';
import { partCell, rateCell, secondsCell } from '../asking/cells';
import { listFlags, metaFlag, runFlags, testFlags } from '../asking/flags';
import { defineListCommand } from '../asking/list-command';
import { formatCount } from '../format';

export const testsCommand = defineListCommand({
  name: 'tests',
  describe: 'Lists tests by name, with what each did in the range.',
  flags: [...runFlags, metaFlag, ...testFlags, ...listFlags],
  examples: [
    'testmetrics tests --prefix tempest.api.compute.',
    'testmetrics tests --job unit --search upload --all --csv > tests.csv',
  ],
  question: {
    path: () => '/v1/tests',
    query: listTestsQuerySchema,
    reply: testListSchema,
    takesMetadata: true,
    answer: ({ asker }, query) => listTests(asker, query),
  },
  view: {
    nothing: 'no test',
    head: ({ found }) => (found === 0 ? '' : `${formatCount(found)} ${found === 1 ? 'test' : 'tests'}\n`),
    columns: [
      { title: 'Failed', align: 'right', text: ({ failed, runs }) => partCell(failed, runs) },
      { title: 'Rate', align: 'right', text: ({ failure_rate }) => rateCell(failure_rate) },
      { title: 'Skipped', align: 'right', optional: 3, text: ({ skipped }) => formatCount(skipped) },
      { title: 'Flaky', align: 'right', optional: 2, text: ({ flaky }) => formatCount(flaky) },
      { title: 'Mean', align: 'right', optional: 1, text: ({ mean_seconds }) => secondsCell(mean_seconds) },
      { title: 'Note', optional: 4, text: ({ note }) => note ?? '' },
      { title: 'Test', least: 44, text: ({ test }) => test },
    ],
  },
});
