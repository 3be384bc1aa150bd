import type { ExportedAttempt, ExportedFile, ExportedRun, StoredRun } from '@testmetrics/database';
import { durationSeconds, formatMicros } from '@testmetrics/domain';
import { fullId } from './full-id';
import { groupAttempts } from './group-attempts';

/**
 * A run as one JSON document, `{"run": {…}, "files": […], "tests": […]}`, a test a line. Contents of files are `text`
 * where they are UTF-8, else `base64`. Several documents may stand one behind the other.
 */
export async function* writeJson(run: ExportedRun): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`{"run":${JSON.stringify(presentRun(run.run))},\n"files":[`);
  let between = '\n';
  for await (const file of run.files()) {
    yield Buffer.from(`${between}${JSON.stringify(presentFile(file))}`);
    between = ',\n';
  }
  yield Buffer.from('],\n"tests":[');
  between = '\n';
  for await (const tests of groupAttempts(run.attempts())) {
    if (tests.length === 0) continue;
    yield Buffer.from(between + tests.map((test) => JSON.stringify(presentTest(test))).join(',\n'));
    between = ',\n';
  }
  yield Buffer.from(']}\n');
}

function presentRun(run: StoredRun): Record<string, unknown> {
  const { secondsSum, secondsWall, ...tests } = run.totals;
  return {
    id: run.uuid,
    ...{ job: run.job, project: run.project, branch: run.branch, queue: run.queue, commit: run.commit },
    run_at: formatMicros(run.runAtMicros),
    tests,
    seconds: { sum: roundMicros(secondsSum), wall: roundMicros(secondsWall) },
    ...{ failed: run.failed, complete: run.complete, infra: run.infra },
    damage_count: run.damageCount,
    metadata: Object.fromEntries(run.metadata),
    artifacts: run.artifacts,
  };
}

function presentTest(attempts: readonly ExportedAttempt[]): Record<string, unknown> {
  const [first] = attempts;
  const last = attempts.at(-1);
  return {
    id: first === undefined ? null : fullId(first),
    test: first?.test.name,
    status: last?.status,
    flaky: first?.test.flaky,
    message: first?.test.failureMessage,
    attempts: attempts.map(presentAttempt),
  };
}

function presentAttempt(attempt: ExportedAttempt): Record<string, unknown> {
  const { number, status, startMicros, stopMicros, attrs, tags, routeCode, files } = attempt;
  return {
    ...{ number, status, start: timeOrNull(startMicros), stop: timeOrNull(stopMicros) },
    seconds: durationSeconds(attempt),
    ...{ attrs, tags, route: routeCode },
    files: files.map(presentFile),
  };
}

function presentFile({ fileName, contentType, content, cutBytes }: ExportedFile): Record<string, unknown> {
  return {
    name: fileName,
    content_type: contentType,
    bytes: content.length,
    cut_bytes: cutBytes,
    ...contentOf(content),
  };
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function contentOf(content: Uint8Array): { text: string } | { base64: string } {
  try {
    return { text: strictUtf8.decode(content) };
  } catch {
    return { base64: Buffer.from(content).toString('base64') };
  }
}

function timeOrNull(micros: number | null): string | null {
  return micros === null ? null : formatMicros(micros);
}

/** Adding up leaves dust far below a microsecond. */
function roundMicros(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6;
}
