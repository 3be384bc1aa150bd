import type { Status, SubunitEvent } from '@testmetrics/subunit';
import { seededRandom } from './random';

export interface RunShape {
  readonly tests: number;
  /** Part of every test id: another prefix makes other tests. */
  readonly prefix: string;
  readonly seed: number;
  /** Of the first test. */
  readonly startMicros: number;
  readonly workers?: number;
}

const FAIL_SHARE = 0.02;
const SKIP_SHARE = 0.05;
const LOGGED_SUCCESS_SHARE = 0.1;
const DEFAULT_WORKERS = 4;

const TEXT = 'text/plain; charset="utf8"';
const TRACEBACK = 'text/x-traceback; charset="utf8"; language="python"';

const EMPTY: SubunitEvent = {
  testId: null,
  status: null,
  tags: null,
  runnable: true,
  fileName: null,
  fileBytes: null,
  mimeType: null,
  eof: false,
  routeCode: null,
  timestampMicros: null,
};

/**
 * A run as a parallel CI job sends it: every test is announced, may leave files, and ends; all packets carry
 * the worker's tag and a time. 2 % fail with a traceback and a log, 5 % are skipped with a reason,
 * 10 % of the successes leave a log.
 */
export function* generateRun(shape: RunShape): Generator<SubunitEvent> {
  const random = seededRandom(shape.seed);
  const workers = shape.workers ?? DEFAULT_WORKERS;
  const clocks = Array.from({ length: workers }, () => shape.startMicros);
  for (let number = 0; number < shape.tests; number++) {
    const worker = number % workers;
    const startMicros = clocks[worker] ?? shape.startMicros;
    const stopMicros = startMicros + 1000 + Math.floor(random() ** 3 * 400_000);
    clocks[worker] = stopMicros + 50;
    const base = { ...EMPTY, testId: testId(shape.prefix, number), tags: [`worker-${worker}`] };
    const { status, files } = outcome(random, number);
    yield { ...base, status: 'inprogress', timestampMicros: startMicros };
    for (const { name, mimeType, text } of files) {
      yield { ...base, fileName: name, fileBytes: encode(text), mimeType, eof: true, timestampMicros: stopMicros };
    }
    yield { ...base, status, timestampMicros: stopMicros };
  }
}

/** Ids as tempest has them: module, class, method, and attributes in brackets. */
export function testId(prefix: string, number: number): string {
  const hex = (number * 2654435761).toString(16).padStart(12, '0').slice(-12);
  const module = String(Math.floor(number / 200)).padStart(3, '0');
  const name = String(number).padStart(6, '0');
  return `${prefix}.api.test_module_${module}.ServersTestJSON.test_case_${name}[id-5f3c0e2a-4b7d-4c61-9a10-${hex},smoke]`;
}

interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly text: string;
}

function outcome(random: () => number, number: number): { status: Status; files: readonly TestFile[] } {
  const dice = random();
  if (dice < FAIL_SHARE) return { status: 'fail', files: [traceback(number), log(random, number)] };
  if (dice < FAIL_SHARE + SKIP_SHARE) {
    return { status: 'skip', files: [{ name: 'reason', mimeType: TEXT, text: 'needs the volume service' }] };
  }
  return { status: 'success', files: random() < LOGGED_SUCCESS_SHARE ? [log(random, number)] : [] };
}

function traceback(number: number): TestFile {
  const frames = Array.from(
    { length: 8 },
    (_, depth) =>
      `  File "/opt/stack/service/module_${depth}.py", line ${100 + depth}, in call_${depth}\n    return self.next_${depth}(request)\n`,
  );
  const text = `Traceback (most recent call last):\n${frames.join('')}AssertionError: expected 200, found ${500 + (number % 5)}\n`;
  return { name: 'traceback', mimeType: TRACEBACK, text };
}

function log(random: () => number, number: number): TestFile {
  const lines = 2 + Math.floor(random() * 12);
  const text = Array.from(
    { length: lines },
    (_, line) =>
      `2026-09-01 03:17:${String(line).padStart(2, '0')},123 INFO [service.request] request ${number}-${line} took 0.${line}23 s\n`,
  );
  return { name: "pythonlogging:''", mimeType: TEXT, text: text.join('') };
}

const encoder = new TextEncoder();

function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** What the service should say about a run: tests by outcome, and the files that belong to tests. */
export function describeRun(shape: RunShape): { readonly tests: Record<string, number>; readonly files: number } {
  const tests: Record<string, number> = { total: shape.tests, success: 0, fail: 0, skip: 0 };
  let files = 0;
  for (const { status, fileName } of generateRun(shape)) {
    if (fileName !== null) files += 1;
    else if (status !== null && status !== 'inprogress') tests[status] = (tests[status] ?? 0) + 1;
  }
  return { tests, files };
}
