import { neverFailingTests } from '@testmetrics/answers';
import { neverFailingQuerySchema, neverFailingTestsSchema } from '@testmetrics/api-contract';
import { rateCell, secondsCell } from '../asking/cells';
import { listFlags, metaFlag, minRunsFlag, runFlags, testFlags } from '../asking/flags';
import { defineListCommand } from '../asking/list-command';
import { formatCount } from '../format';

export const neverFailingCommand = defineListCommand({
  name: 'never-failing',
  describe: 'Lists tests that did not fail once in the range, those that cost most time first.',
  flags: [
    ...runFlags,
    metaFlag,
    ...testFlags,
    { ...minRunsFlag, describe: `${minRunsFlag.describe} (default: 10)` },
    ...listFlags,
  ],
  examples: [
    'testmetrics never-failing --branch master --since "90 days" --min-runs 200',
    'testmetrics never-failing --job tempest-full --all --csv > never-failing.csv',
  ],
  notes: `
"May fail" is the upper end of the 95 % interval of the failure rate: so often a test may fail and still have passed
every time. Passes and times are of the newest 30 days of the range.`,
  question: {
    path: () => '/v1/tests/never-failing',
    query: neverFailingQuerySchema,
    reply: neverFailingTestsSchema,
    takesMetadata: true,
    answer: ({ asker }, query) => neverFailingTests(asker, query),
  },
  view: {
    nothing: 'no test ran often enough without a failure',
    columns: [
      { title: 'Passes', align: 'right', text: ({ runs }) => formatCount(runs) },
      { title: 'May fail', align: 'right', text: ({ failure_rate_at_most }) => `≤ ${rateCell(failure_rate_at_most)}` },
      { title: 'Mean', align: 'right', optional: 1, text: ({ mean_seconds }) => secondsCell(mean_seconds) },
      { title: 'Total', align: 'right', optional: 2, text: ({ total_seconds }) => secondsCell(total_seconds) },
      { title: 'Test', least: 44, text: ({ test }) => test },
    ],
  },
});
