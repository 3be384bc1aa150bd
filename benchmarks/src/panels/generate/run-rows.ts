import { createHash } from 'node:crypto';
import type { NumberedSeries } from './series-rows';
import type { RunFacts } from './run-facts';
import { isFlaky, lastOf } from './run-facts';
import type { TestOutcome } from './run-outcomes';
import type { TableWriter } from './table-writer';
import { dayText, secondText, splitText, timeText } from './times';

/** A run with everything its rows need. */
export interface GeneratedRun {
  readonly id: number;
  readonly series: NumberedSeries;
  readonly startMicros: number;
  readonly commitId: number;
  readonly node: string;
  readonly cut: boolean;
  readonly facts: RunFacts;
  readonly outcomes: readonly TestOutcome[];
  /** Row id of its first test run; the others follow. */
  readonly firstTestRunId: number;
}

const TEST_RUNS =
  'test_runs (id, run_id, test_id, status, start_time, start_time_microsecond, stop_time, stop_time_microsecond, tm_label_set_id, tm_attempts, tm_flaky)';
const RUN_FACTS =
  'tm_runs (run_id, series_id, job_id, project_id, branch_id, queue_id, commit_id, day, run_at, received_at, tests, success, fail, skip, xfail, uxsuccess, unfinished, flaky, run_seconds, wall_seconds, failed, complete, infra, sample, rollup_seq)';

/** Writes what an upload writes. */
export async function writeRun(writer: TableWriter, run: GeneratedRun): Promise<void> {
  await writer.add('runs (id, uuid, skips, fails, passes, run_time, artifacts, run_at)', [runRow(run)]);
  await writer.add(RUN_FACTS, [factsRow(run)]);
  await writer.add(
    'tm_uploads (run_id, content_hash, format, stream_bytes, received_bytes, events, noise_bytes, damage_count, damage)',
    [uploadRow(run)],
  );
  await writer.add('run_metadata (run_id, `key`, value)', metadataRows(run));
  await writer.add(TEST_RUNS, testRunRows(run));
  await writer.add(
    'tm_attempts (run_id, test_id, attempt, status, started_at, stopped_at, label_set_id)',
    attemptRows(run),
  );
  await writer.add('tm_failures (run_id, test_id, series_id, run_at, status, flaky, message)', failureRows(run));
  await writer.add(
    'attachments (test_run_id, label, attachment, tm_file_name, tm_content_type, tm_attempt)',
    attachmentRows(run),
  );
}

function runRow({ id, facts, startMicros }: GeneratedRun): string {
  const hex = createHash('md5').update(`run ${id}`).digest('hex');
  const uuid = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  const passes = facts.success + facts.xfail;
  const logs = `https://logs.example.org/${hex.slice(0, 2)}/${id}/`;
  return `(${id},'${uuid}',${facts.skip},${facts.fail},${passes},${facts.runSeconds},'${logs}',${secondText(startMicros)})`;
}

function factsRow({ id, series, startMicros, commitId, cut, facts }: GeneratedRun): string {
  const counts = [facts.tests, facts.success, facts.fail, facts.skip, facts.xfail, 0, facts.unfinished, facts.flaky];
  const received = startMicros + Math.ceil(facts.wallSeconds + 20) * 1e6;
  const times = `'${dayText(Math.floor(startMicros / 86_400e6))}',${timeText(startMicros)},${timeText(received)}`;
  const flags = [facts.failed, cut ? 0 : facts.complete, facts.infra, 0, id];
  return (
    `(${id},${series.id},${series.jobId},${series.projectId},${series.branchId},${series.queueId},${commitId},` +
    `${times},${counts.join()},${facts.runSeconds},${facts.wallSeconds},${flags.join()})`
  );
}

function uploadRow({ id, cut, facts }: GeneratedRun): string {
  const bytes = facts.tests * 180;
  const damage = cut ? '[{"kind":"truncated","offset":0}]' : '[]';
  return `(${id},UNHEX(SHA2('${id}',256)),'v2',${bytes},${Math.floor(bytes / 4)},${facts.tests * 2},0,${cut ? 1 : 0},'${damage}')`;
}

function metadataRows({ id, series: { plan }, node, commitId }: GeneratedRun): string[] {
  const metadata = {
    ...{ build_name: plan.job, project: plan.project, build_branch: plan.branch, build_queue: plan.queue },
    ...{ build_node: node, node_provider: node.slice(0, node.lastIndexOf('-')), build_newrev: commitName(commitId) },
  };
  return Object.entries(metadata).map(([key, value]) => `(${id},'${key}','${value}')`);
}

export function commitName(id: number): string {
  return createHash('sha1').update(`commit ${id}`).digest('hex');
}

/** Label set 1 is the tag worker-0, and so on. */
function* testRunRows(run: GeneratedRun): Generator<string> {
  let id = run.firstTestRunId;
  for (const outcome of run.outcomes) {
    const { status, startMicros, stopMicros } = lastOf(outcome);
    const times = `${splitText(startMicros)},${splitText(stopMicros)}`;
    const tail = `${outcome.worker + 1},${outcome.attempts.length},${isFlaky(outcome) ? 1 : 0}`;
    yield `(${id++},${run.id},${outcome.test.key},'${status}',${times},${tail})`;
  }
}

function* attemptRows(run: GeneratedRun): Generator<string> {
  for (const { test, attempts, worker } of run.outcomes) {
    if (attempts.length === 1) continue;
    for (const [index, { status, startMicros, stopMicros }] of attempts.entries()) {
      const times = `${timeText(startMicros)},${timeText(stopMicros)}`;
      yield `(${run.id},${test.key},${index + 1},'${status}',${times},${worker + 1})`;
    }
  }
}

const MESSAGES = [
  'AssertionError: 200 != 503',
  'ConnectionRefusedError: [Errno 111] Connection refused',
  'testtools.matchers._impl.MismatchError: !=:',
  'TimeoutError: the service did not answer within 30 s',
  "KeyError: 'endpoint'",
];

function messageOf(testKey: number): string {
  return (MESSAGES[testKey % MESSAGES.length] ?? '').replaceAll("'", "''");
}

function* failureRows(run: GeneratedRun): Generator<string> {
  const head = `${run.series.id},${timeText(run.startMicros)}`;
  for (const outcome of run.outcomes) {
    const { status } = lastOf(outcome);
    const flaky = isFlaky(outcome);
    if (status !== 'fail' && status !== 'inprogress' && !flaky) continue;
    const message = status === 'inprogress' ? 'NULL' : `'${messageOf(outcome.test.key)}'`;
    yield `(${run.id},${outcome.test.key},${head},'${status}',${flaky ? 1 : 0},${message})`;
  }
}

const FRAMES = '  File "/home/ci/src/tests/base.py", line 57, in setUp\n    self.start()\n'.repeat(6);

function* attachmentRows(run: GeneratedRun): Generator<string> {
  for (const [index, { test, attempts }] of run.outcomes.entries()) {
    for (const [number, { status }] of attempts.entries()) {
      if (status !== 'fail') continue;
      const text = `Traceback (most recent call last):\n${FRAMES}${messageOf(test.key)}\n`;
      const type = 'text/x-traceback;charset="utf8";language="python"';
      yield `(${run.firstTestRunId + index},'traceback','${text}','traceback','${type}',${number + 1})`;
    }
  }
}
