import { oneRun } from '@testmetrics/answers';
import { ATTEMPT_STATUS_NAMES } from '@testmetrics/api-contract';
import type { RunBody } from '@testmetrics/api-contract';
import { askForOne, refuseWithout } from '../asking/ask-for-one';
import { listFlags } from '../asking/flags';
import { askForList } from '../asking/list-command';
import { oneArgument } from '../asking/one-argument';
import type { Question } from '../asking/question';
import { runTests, runTestsView, runView } from '../asking/run-view';
import { defineCommand } from '../command';
import { z } from 'zod';

const noQuery = z.strictObject({});

const question: Question<typeof noQuery, RunBody> = {
  path: ([run = '']) => `/v1/runs/${encodeURIComponent(run)}`,
  query: noQuery,
  answer: ({ runs }, _query, [run = '']) => oneRun(runs, run),
};

const options = oneArgument('the id of a run, as `upload` and `runs` print it').extend({
  tests: z.boolean().default(false),
});

export const runCommand = defineCommand({
  name: 'run',
  describe: 'Shows a run and the tests in it that failed; or all its tests with their attempts.',
  argument: { syntax: '<run>', describe: 'the id of a run, as `upload` and `runs` print it' },
  flags: [
    { flags: '--tests', describe: 'list its tests instead' },
    { flags: '--status <status>', describe: 'with --tests: only those that ended so', choices: ATTEMPT_STATUS_NAMES },
    ...listFlags,
  ],
  examples: [
    'testmetrics run 0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a',
    'testmetrics run 0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a --tests --status fail',
    'testmetrics run 0b6c5a1e-8d0f-4a3c-9d21-1f2e3d4c5b6a --tests --all --csv > tests.csv',
  ],
  notes: '\nThe run as a stream: `testmetrics export`.',
  options,
  handler: ({ tests, ...input }, terminal) => {
    if (tests) return askForList(runTests, runTestsView, input, terminal);
    refuseWithout('--tests', ['status', 'limit', 'cursor', 'all', 'csv'], input);
    return askForOne(question, runView, input, terminal);
  },
});
