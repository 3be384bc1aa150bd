import { compareTwoRuns } from '@testmetrics/answers';
import { COMPARE_SHOWS, compareRunsQuerySchema, comparisonSchema } from '@testmetrics/api-contract';
import type { ComparisonBody } from '@testmetrics/api-contract';
import { differenceCell, partCell, secondsCell, timeCell } from '../asking/cells';
import { listFlags, testFlags } from '../asking/flags';
import { askForList } from '../asking/list-command';
import { tableOf } from '../asking/list-view';
import type { ListView } from '../asking/list-view';
import type { ListQuestion } from '../asking/question';
import { defineCommand } from '../command';
import { formatCount } from '../format';
import { z } from 'zod';

const options = z.looseObject({
  args: z.array(z.string()).length(2, 'expected the ids of two runs: the one before and the one after'),
});

const question: ListQuestion<typeof compareRunsQuerySchema, ComparisonBody> = {
  path: ([before = '', after = '']) => `/v1/runs/${encodeURIComponent(before)}/compare/${encodeURIComponent(after)}`,
  query: compareRunsQuerySchema,
  reply: comparisonSchema,
  answer: ({ asker }, query, [before = '', after = '']) => compareTwoRuns(asker, before, after, query),
};

const view: ListView<ComparisonBody> = {
  nothing: 'no test differs in what was asked for',
  head: summaryOf,
  columns: [
    { title: 'Change', text: ({ change }) => change },
    { title: 'Before', optional: 4, text: ({ before }) => before ?? '' },
    { title: 'After', optional: 3, text: ({ after }) => after ?? '' },
    { title: 'Took', align: 'right', optional: 2, text: ({ seconds_before }) => secondsCell(seconds_before) },
    { title: 'Takes', align: 'right', optional: 2, text: ({ seconds_after }) => secondsCell(seconds_after) },
    { title: 'Difference', align: 'right', optional: 1, text: ({ difference }) => differenceCell(difference) },
    { title: 'Test', least: 44, text: ({ test }) => test },
  ],
};

export const compareCommand = defineCommand({
  name: 'compare',
  describe: 'Compares two runs, test by test, what is new first.',
  argument: { syntax: '<run...>', describe: 'the ids of the run before and the run after' },
  flags: [
    {
      flags: '--show <what>',
      describe: 'outcome: not what is only slower or faster; failing: failing before or after (default: changed)',
      choices: COMPARE_SHOWS,
    },
    ...testFlags,
    ...listFlags,
  ],
  examples: [
    'testmetrics compare 3f1c6c2e-8f0d-4d0e-9d0c-1f6f5a3b7a10 b7e2a9d4-55c1-4f7e-8a3f-0c9d2e6b4f21',
    'testmetrics compare "$GOOD" "$BAD" --show outcome --json | jq .changes',
  ],
  options,
  handler: (input, terminal) => askForList(question, view, input, terminal),
});

/** The two runs, and how many tests changed in which way. */
function summaryOf({ before, after, changes }: ComparisonBody, width: number | null): string {
  const runs = tableOf(
    [
      { title: '', text: ({ what }) => what },
      { title: 'Run at (UTC)', text: ({ run_at }) => timeCell(run_at) },
      { title: 'Result', text: ({ result }) => result },
      { title: 'Failed', align: 'right', text: ({ failed, tests }) => partCell(failed, tests) },
      { title: 'Took', align: 'right', optional: 2, text: ({ seconds }) => secondsCell(seconds) },
      { title: 'Job', least: 10, text: ({ job }) => job ?? '' },
      { title: 'Branch', least: 8, optional: 3, text: ({ branch }) => branch ?? '' },
      { title: 'Note', optional: 1, text: ({ note }) => note ?? '' },
    ],
    [
      { what: 'Before', ...before },
      { what: 'After', ...after },
    ],
    width,
  );
  const counts = tableOf(
    [
      { title: 'Change', text: ({ change }) => change },
      { title: 'Tests', align: 'right', text: ({ tests }) => formatCount(tests) },
      { title: 'Difference', align: 'right', text: ({ difference }) => differenceCell(difference) },
    ],
    changes,
    width,
  );
  return `${runs}\n${counts}\n`;
}
