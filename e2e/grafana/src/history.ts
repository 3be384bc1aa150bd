import { encodeEvent, type Status, type SubunitEvent } from '@testmetrics/subunit';

/** Jobs whose histories the specs know. */
export const GOOD_JOB = 'e2e-good';
export const BAD_JOB = 'e2e-bad';
export const SILENT_JOB = 'e2e-silent';
export const PROJECT = 'e2e';
export const BRANCH = 'main';

/** Fails in the last runs of the bad job, in every one of them. */
export const BROKEN_TEST = 'e2e.cart.TestCart.test_two_users_buy_at_once';
/** What it says, and no other test does. */
export const FAILURE = 'AssertionError: 3 carts != 4 carts';

const TESTS = [
  BROKEN_TEST,
  ...Array.from({ length: 11 }, (_, index) => `e2e.cart.TestCart.test_case_${String(index).padStart(2, '0')}`),
];
const HOUR_MS = 3_600_000;
const RUN_EVERY_HOURS = 6;
const DAYS = 14;
const BROKEN_SINCE_HOURS = 48;
const SILENT_SINCE_HOURS = 96;

export interface PastRun {
  readonly job: string;
  readonly startMs: number;
  readonly failing: readonly string[];
}

/** Every run of the two weeks before `nowMs`, oldest first. */
export function pastRuns(nowMs: number): readonly PastRun[] {
  const runs: PastRun[] = [];
  for (let hours = DAYS * 24; hours > 0; hours -= RUN_EVERY_HOURS) {
    const startMs = nowMs - hours * HOUR_MS + HOUR_MS;
    runs.push({ job: GOOD_JOB, startMs, failing: [] });
    runs.push({ job: BAD_JOB, startMs, failing: hours <= BROKEN_SINCE_HOURS ? [BROKEN_TEST] : [] });
    if (hours > SILENT_SINCE_HOURS) runs.push({ job: SILENT_JOB, startMs, failing: [] });
  }
  return runs;
}

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

/** The stream of a run with two workers; what fails leaves a traceback. */
export function streamOf(run: PastRun): Buffer {
  const clocks = [run.startMs * 1_000, run.startMs * 1_000];
  const events = TESTS.flatMap((testId, index) => {
    const worker = index % 2;
    const started = clocks[worker] ?? 0;
    const stopped = started + (index + 1) * 1_500_000;
    clocks[worker] = stopped;
    const base = { ...EMPTY, testId, tags: [`worker-${worker}`] };
    const status: Status = run.failing.includes(testId) ? 'fail' : 'success';
    return [
      { ...base, status: 'inprogress' as const, timestampMicros: started },
      ...(status === 'fail' ? [tracebackOf(base)] : []),
      { ...base, status, timestampMicros: stopped },
    ];
  });
  return Buffer.concat(events.map((event) => encodeEvent(event)));
}

function tracebackOf(base: SubunitEvent): SubunitEvent {
  const text = `Traceback (most recent call last):\n  File "shop.py", line 42, in buy\n${FAILURE}\n`;
  return {
    ...base,
    fileName: 'traceback',
    fileBytes: new TextEncoder().encode(text),
    mimeType: 'text/x-traceback; charset="utf8"; language="python"',
    eof: true,
  };
}
