import type { ComparedRun, ComparedTest, CompareRunsQuery, ComparisonBody } from '@testmetrics/api-contract';
import type { Asker, Range, Row } from '../asking/asker';
import { testFields } from '../filters';
import { askPageRows } from '../paging/ask-page';
import { readName } from '../rows/none';
import { readNumber, readNumberOrNull, readText, readTextOrNull, readTime } from '../rows/read-row';
import { readRunId, runNotFound } from './run-id';

/** Runs are found by their ids, whenever they were. */
const ALL_TIME: Range = { sinceMicros: 0, untilMicros: Date.UTC(2106, 0, 1) * 1000 };

/**
 * `GET /v1/runs/{a}/compare/{b}`: the tests of two runs, what is new first.
 *
 * @throws {AppError} 400 or 404 where one of them is no run
 */
export async function compareTwoRuns(
  asker: Asker,
  before: string,
  after: string,
  query: CompareRunsQuery,
): Promise<ComparisonBody> {
  const runs = [readRunId(before), readRunId(after)];
  const [first, second] = await Promise.all(runs.map((id) => findRun(asker, id)));
  const question = { kind: 'compareRuns', runs, measure: query.show, ...testFields(query) } as const;
  const [{ rows, next }, counts] = await Promise.all([
    askPageRows(asker, question, { ...query, since: ALL_TIME.sinceMicros, until: ALL_TIME.untilMicros }),
    asker.ask({ kind: 'compareCounts', runs }, ALL_TIME),
  ]);
  return {
    before: toRun(first),
    after: toRun(second),
    changes: counts.map((row) => ({
      change: readText(row, 'Change'),
      tests: readNumber(row, 'Tests'),
      difference: readNumberOrNull(row, 'Difference'),
    })),
    items: rows.map(toComparedTest),
    next,
  };
}

async function findRun(asker: Asker, id: string): Promise<Row> {
  const [row] = await asker.ask({ kind: 'runSummary', runs: [id] }, ALL_TIME);
  if (row !== undefined) return row;
  const near = await asker.complete({ of: 'runs', search: id.slice(0, 8), limit: 3 }, ALL_TIME);
  throw runNotFound(
    id,
    near.map((run) => readText(run, '__value')),
  );
}

function toRun(row: Row | undefined): ComparedRun {
  if (row === undefined) throw new TypeError('Expected the row of a run, found none.');
  return {
    id: readText(row, 'run_key'),
    run_at: readTime(row, 'time'),
    result: readText(row, 'Result'),
    job: readName(row, 'Job', 'job_key'),
    project: readName(row, 'Project', 'project_key'),
    branch: readName(row, 'Branch', 'branch_key'),
    tests: readNumber(row, 'Tests run'),
    failed: readNumber(row, 'Failed'),
    flaky: readNumber(row, 'Flaky'),
    skipped: readNumber(row, 'Skipped'),
    seconds: readNumberOrNull(row, 'Run time'),
    note: readTextOrNull(row, 'Note'),
  };
}

function toComparedTest(row: Row): ComparedTest {
  return {
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    change: readText(row, 'Change'),
    before: readTextOrNull(row, 'Before'),
    after: readTextOrNull(row, 'After'),
    seconds_before: readNumberOrNull(row, 'Seconds before'),
    seconds_after: readNumberOrNull(row, 'Seconds after'),
    difference: readNumberOrNull(row, 'Difference'),
  };
}
