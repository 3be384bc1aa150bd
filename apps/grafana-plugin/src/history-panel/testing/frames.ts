import { type DataFrame, type FieldType } from '@grafana/data';

type Values = readonly unknown[];

/** A frame as a query gives it; columns by name. */
export function frameOf(columns: Readonly<Record<string, Values>>, refId = 'A'): DataFrame {
  const length = Object.values(columns)[0]?.length ?? 0;
  const fields = Object.entries(columns).map(([name, values]) => ({
    name,
    type: typeOf(name, values),
    config: {},
    values: [...values],
  }));
  return { refId, fields, length };
}

function typeOf(name: string, values: Values): FieldType {
  if (name === 'time') return 'time' as FieldType;
  return (values.some((value) => typeof value === 'number') ? 'number' : 'string') as FieldType;
}

/** One result of a test in a run, as `[test, run, outcome]` and what else matters. */
export interface Result {
  readonly test: string;
  readonly run: string;
  readonly outcome: string;
  readonly test_key?: number | null;
  readonly time?: number | null;
  readonly job?: string | null;
  readonly seconds?: number | null;
  readonly attempts?: number | null;
  readonly message?: string | null;
}

export const FIRST_RUN_AT = Date.UTC(2026, 10, 1, 6);
const HOUR = 3_600_000;

/** Results as the question `historyGrid` gives them. A run called `run-3` begins three hours after `run-0`. */
export function runsFrame(results: readonly Result[]): DataFrame {
  const column = (read: (result: Result) => unknown): unknown[] => results.map(read);
  return frameOf({
    test: column(({ test }) => test),
    test_key: column(({ test_key: key }) => key ?? null),
    run: column(({ run }) => run),
    time: column(({ run, time }) => (time === undefined ? FIRST_RUN_AT + numberIn(run) * HOUR : time)),
    job: column(({ job }) => job ?? 'tempest-full'),
    outcome: column(({ outcome }) => outcome),
    seconds: column(({ seconds }) => seconds ?? null),
    attempts: column(({ attempts }) => attempts ?? 1),
    message: column(({ message }) => message ?? null),
  });
}

function numberIn(run: string): number {
  return Number(/\d+$/.exec(run)?.[0] ?? 0);
}

/** A row a test, a letter a run: `.` passed, `F` failed, `B` flaky, `s` skipped, `x` xfail, `u` uxsuccess, `-` unfinished, space none. */
export function drawnFrame(rows: Readonly<Record<string, string>>): DataFrame {
  const words: Readonly<Record<string, string>> = {
    '.': 'passed',
    F: 'failed',
    B: 'flaky',
    s: 'skipped',
    x: 'xfail',
    u: 'uxsuccess',
    '-': 'unfinished',
    '?': 'nonsense',
  };
  const results = Object.entries(rows).flatMap(([test, letters], index) =>
    [...letters].flatMap((letter, run) => {
      const outcome = words[letter];
      return outcome === undefined ? [] : [{ test, test_key: index + 1, run: `run-${run}`, outcome }];
    }),
  );
  return runsFrame(results);
}
