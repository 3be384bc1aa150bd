import { listRuns } from '@testmetrics/answers';
import { listRunsQuerySchema, runListSchema } from '@testmetrics/api-contract';
import { partCell, secondsCell, timeCell } from '../asking/cells';
import { listFlags, runFlags } from '../asking/flags';
import { defineListCommand } from '../asking/list-command';
import { failedTests } from '../asking/run-figures';
import { formatCount } from '../format';

export const runsCommand = defineListCommand({
  name: 'runs',
  describe: 'Lists runs, the newest first.',
  flags: [
    ...runFlags.map((flag) => ({
      ...flag,
      describe: flag.describe.replace(/, as often as needed| \(default: .*\)/, ''),
    })),
    ...listFlags,
  ],
  examples: [
    'testmetrics runs --job tempest-full --branch master --since "2 days"',
    'testmetrics runs --project nova --json | jq -r ".items[].id"',
  ],
  notes: '\nOf all time, unless --since or --until say otherwise.',
  question: {
    path: () => '/v1/runs',
    query: listRunsQuerySchema,
    reply: runListSchema,
    answer: ({ runs, asker }, query) => listRuns({ runs, asker: () => Promise.resolve(asker) }, query),
  },
  view: {
    nothing: 'no run',
    columns: [
      { title: 'Run at (UTC)', text: ({ run_at }) => timeCell(run_at) },
      { title: 'Failed', align: 'right', text: ({ tests }) => partCell(failedTests(tests), tests.total) },
      { title: 'Skipped', align: 'right', optional: 6, text: ({ tests }) => formatCount(tests.skip) },
      { title: 'Flaky', align: 'right', optional: 5, text: ({ tests }) => formatCount(tests.flaky) },
      { title: 'Took', align: 'right', optional: 4, text: ({ seconds }) => secondsCell(seconds.wall) },
      { title: 'Job', least: 20, text: ({ job }) => job ?? '' },
      { title: 'Project', least: 8, optional: 2, text: ({ project }) => project ?? '' },
      { title: 'Branch', least: 8, optional: 3, text: ({ branch }) => branch ?? '' },
      { title: 'Note', optional: 1, text: ({ complete }) => (complete ? '' : 'incomplete') },
      { title: 'Run', text: ({ id }) => id },
    ],
  },
});
