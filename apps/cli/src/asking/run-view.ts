import { listRunTests } from '@testmetrics/answers';
import { listRunTestsQuerySchema, runTestsListSchema } from '@testmetrics/api-contract';
import type { RunBody, RunTestBody, RunTestsListBody } from '@testmetrics/api-contract';
import { formatCount, printable, shorten } from '../format';
import { formatFacts } from '../table';
import type { Terminal } from '../terminal/terminal';
import { secondsCell, timeCell } from './cells';
import type { ListView } from './list-view';
import type { ListQuestion } from './question';
import { readRequest } from './read-request';
import { failedTests } from './run-figures';
import type { Source } from './source';

/** Tests of a run. */
export const runTests: ListQuestion<typeof listRunTestsQuerySchema, RunTestsListBody> = {
  path: ([run = '']) => `/v1/runs/${encodeURIComponent(run)}/tests`,
  query: listRunTestsQuerySchema,
  reply: runTestsListSchema,
  answer: ({ runs }, query, [run = '']) => listRunTests(runs, run, query),
};

export const runTestsView: ListView<RunTestsListBody> = {
  nothing: 'no such test in this run',
  columns: [
    { title: 'Status', text: ({ status, flaky }) => (flaky ? `${status}, flaky` : status) },
    { title: 'Took', align: 'right', text: ({ seconds }) => secondsCell(seconds) },
    { title: 'Attempts', align: 'right', optional: 2, text: ({ attempts }) => formatCount(attempts.length) },
    { title: 'Message', least: 20, optional: 1, text: ({ message }) => message ?? '' },
    { title: 'Test', least: 44, text: ({ test }) => test },
  ],
};

/** So many failing tests of each kind are shown with the run. */
const SHOWN = 20;

/** Statuses of tests that did not end well, and where the run counts them. */
const FAILURES = { fail: 'fail', uxsuccess: 'uxsuccess', inprogress: 'unfinished', unknown: 'unfinished' } as const;

/** A run, and the tests in it that failed. */
export async function runView(run: RunBody, source: Source, terminal: Terminal): Promise<string> {
  const failures: RunTestBody[] = [];
  for (const [status, counter] of Object.entries(FAILURES)) {
    if (run.tests[counter] === 0) continue;
    const request = readRequest(runTests, { status, limit: SHOWN }, [run.id]);
    failures.push(...(await source.ask(runTests, request)).body.items);
  }
  return `${formatFacts(factsOf(run))}${failuresOf(failures, failedTests(run.tests), terminal.width)}`;
}

function factsOf(run: RunBody): (readonly [string, string])[] {
  const { sum, wall } = run.seconds;
  const named = (name: string | null) => (name === null ? 'none' : printable(name));
  return [
    ['Run', run.id],
    ['Run at', `${timeCell(run.run_at)} UTC`],
    ['Job', named(run.job)],
    ['Project', named(run.project)],
    ['Branch', named(run.branch)],
    ['Commit', named(run.commit)],
    ['Tests', testsOf(run.tests)],
    ['Took', `${secondsCell(wall)} on the clock, ${secondsCell(sum)} in tests`],
    ['Complete', run.complete ? 'yes' : `no${damageOf(run)}`],
    ['Artifacts', named(run.artifacts)],
    ...Object.entries(run.metadata).map(
      ([key, value], at) => [at === 0 ? 'Metadata' : '', printable(`${key}=${value}`)] as const,
    ),
  ];
}

/** `312: 139 success, 173 skip`. */
function testsOf({ total, flaky, ...outcomes }: RunBody['tests']): string {
  const parts = Object.entries({ ...outcomes, flaky })
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => `${formatCount(count)} ${outcome}`);
  return `${formatCount(total)}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

function damageOf({ damage }: RunBody): string {
  if (damage.length === 0) return '';
  return `, ${damage.length} damaged ${damage.length === 1 ? 'place' : 'places'} in the stream`;
}

function failuresOf(failures: readonly RunTestBody[], failed: number, width: number | null): string {
  if (failures.length === 0) return '';
  const fit = (line: string) => (width === null ? line : shorten(line, width));
  const lines = failures.flatMap(({ test, status, seconds, message }) => [
    fit(`  ${status.padEnd(10)}  ${printable(test)}${seconds === null ? '' : `  (${secondsCell(seconds)})`}`),
    ...(message === null ? [] : [fit(`              ${printable(message)}`)]),
  ]);
  const more = failed > failures.length ? `\n… and ${formatCount(failed - failures.length)} more: --tests` : '';
  return `\nFailed\n${lines.join('\n')}${more}\n`;
}
