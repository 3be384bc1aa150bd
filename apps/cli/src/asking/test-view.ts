import type { LastFailure, TestBody, TestHistoryBody } from '@testmetrics/api-contract';
import { formatCount, printable, shorten } from '../format';
import { formatFacts } from '../table';
import type { Terminal } from '../terminal/terminal';
import { partCell, rateCell, secondsCell, timeCell } from './cells';
import { tableOf } from './list-view';
import type { ListView } from './list-view';
import type { Source } from './source';

export const testHistoryView: ListView<TestHistoryBody> = {
  nothing: 'it did not run',
  columns: [
    { title: 'Run at (UTC)', text: ({ at }) => timeCell(at) },
    { title: 'Status', text: ({ status, flaky }) => (flaky ? `${status}, flaky` : status) },
    { title: 'Took', align: 'right', text: ({ seconds }) => secondsCell(seconds) },
    { title: 'Attempts', align: 'right', optional: 4, text: ({ attempts }) => formatCount(attempts) },
    { title: 'Job', least: 10, optional: 2, text: ({ job }) => job ?? '' },
    { title: 'Branch', least: 8, optional: 3, text: ({ branch }) => branch ?? '' },
    { title: 'Message', least: 20, optional: 1, text: ({ message }) => message ?? '' },
    { title: 'Run', text: ({ run }) => run },
  ],
};

/** A test: what it did in the range and ever, in each job, and its last failure. */
export function testView(test: TestBody, _source: Source, { width }: Terminal): string {
  return `${formatFacts(factsOf(test))}${jobsOf(test, width)}${failureOf(test.last_failure, width)}`;
}

function factsOf(test: TestBody): (readonly [string, string])[] {
  const { ever } = test;
  const moment = (time: string | null) => (time === null ? 'never' : `${timeCell(time)} UTC`);
  const jobs = `in ${formatCount(ever.jobs)} ${ever.jobs === 1 ? 'job' : 'jobs'}`;
  return [
    ['Test', printable(test.test)],
    ['Number', String(test.id)],
    ['In the range', `${timeCell(test.since)} to ${timeCell(test.until)} UTC`],
    ['  failed', `${failedOf(test)}; ${formatCount(test.skipped)} skipped, ${formatCount(test.flaky)} flaky`],
    ['  mean', secondsCell(test.mean_seconds) || 'unknown'],
    ['Ever', jobs],
    ['  failed', failedOf(ever)],
    ['  mean', secondsCell(ever.mean_seconds) || 'unknown'],
    ['First seen', moment(ever.first_seen)],
    ['Last seen', moment(ever.last_seen)],
    ['Last passed', moment(ever.last_passed)],
    ['Last failed', moment(ever.last_failed)],
  ];
}

function failedOf({ failed, runs }: { readonly failed: number; readonly runs: number }): string {
  return runs === 0 ? 'it did not run' : `${partCell(failed, runs)} (${rateCell(failed / runs)})`;
}

function jobsOf({ jobs }: TestBody, width: number | null): string {
  if (jobs.length === 0) return '';
  const table = tableOf(
    [
      { title: 'Failed', align: 'right', text: ({ failed, runs }) => partCell(failed, runs) },
      { title: 'Rate', align: 'right', text: ({ failure_rate }) => rateCell(failure_rate) },
      { title: 'Flaky', align: 'right', optional: 4, text: ({ flaky }) => formatCount(flaky) },
      { title: 'Mean', align: 'right', optional: 3, text: ({ mean_seconds }) => secondsCell(mean_seconds) },
      { title: 'Last runs', optional: 1, text: ({ last_runs }) => last_runs ?? '' },
      { title: 'Last seen (UTC)', optional: 2, text: ({ last_seen }) => timeCell(last_seen) },
      { title: 'Note', optional: 5, text: ({ note }) => note ?? '' },
      { title: 'Job', least: 20, text: ({ job }) => job ?? '' },
      { title: 'Branch', least: 12, text: ({ branch }) => branch ?? '' },
    ],
    jobs,
    width,
  );
  return `\n${table}`;
}

function failureOf(failure: LastFailure | null, width: number | null): string {
  if (failure === null) return '';
  const { at, run, job, branch, outcome, message, traceback, artifacts } = failure;
  const place = [job, branch].filter((name) => name !== null).join(', ');
  const fit = (line: string) => (width === null ? line : shorten(line, width));
  const text = traceback ?? message ?? '';
  const lines = text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => fit(`  ${printable(line)}`).trimEnd());
  return [
    `\nLast failure in the range: ${outcome}, ${timeCell(at)} UTC${place === '' ? '' : `, ${printable(place)}`}, run ${run}`,
    ...(artifacts === null ? [] : [`  ${printable(artifacts)}`]),
    ...(text === '' ? [] : lines),
    '',
  ].join('\n');
}
