import type { ExportedAttempt, ExportedFile, ExportedRun, StoredRun } from '@testmetrics/database';
import { junitWriter, type ReportFile, type ReportSuite, type ReportTest } from '@testmetrics/junit';
import { fullId } from './full-id';
import { groupAttempts } from './group-attempts';

/** A run as one suite of JUnit XML. */
export async function* writeJunit(run: ExportedRun): AsyncGenerator<Uint8Array> {
  const writer = junitWriter(toSuite(run.run), { form: 'extended' });
  yield Buffer.from(writer.begin());
  for await (const tests of groupAttempts(run.attempts())) {
    yield Buffer.from(tests.map((test) => writer.test(toReportTest(test))).join(''));
  }
  const files: ReportFile[] = [];
  for await (const file of run.files()) files.push(toReportFile(file));
  yield Buffer.from(writer.end(files));
}

function toSuite({ uuid, job, runAtMicros, totals, metadata }: StoredRun): ReportSuite {
  return {
    name: job ?? uuid,
    timestampMicros: runAtMicros,
    tests: totals.total,
    failures: totals.fail + totals.uxsuccess,
    errors: totals.unfinished,
    skipped: totals.skip + totals.xfail,
    seconds: totals.secondsSum,
    properties: [['run_id', uuid], ...metadata],
  };
}

function toReportTest(attempts: readonly ExportedAttempt[]): ReportTest {
  const [first] = attempts;
  return {
    id: first === undefined ? '' : fullId(first),
    attempts: attempts.map(({ status, startMicros, stopMicros, tags, files }) => ({
      ...{ status, startMicros, stopMicros, tags },
      files: files.map(toReportFile),
    })),
  };
}

function toReportFile({ fileName, contentType, content }: ExportedFile): ReportFile {
  return { name: fileName, contentType, content };
}
