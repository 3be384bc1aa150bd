import { readExpectedOutcomes, flakyRuns } from '@testmetrics/corpus';

/** What a recorded stream tells about one test. */
export interface SuiteTest {
  /** Row id in `tests`. */
  readonly key: number;
  readonly name: string;
  readonly micros: number;
  /** How it ends where nothing goes wrong. */
  readonly usual: 'success' | 'skip' | 'xfail';
  /** It failed in the recording: these are the tests that fail now and then. */
  readonly failed: boolean;
}

export interface Suite {
  readonly name: SuiteName;
  readonly tests: readonly SuiteTest[];
}

/** Recorded streams by the suite they are of; a stream with more tests is cut. */
const RECORDINGS = {
  testtools: { streams: ['01-testtools-pass'], most: 3000 },
  cpython: { streams: ['13-cpython-large'], most: 1500 },
  subunit: { streams: ['02-subunit-self'], most: 1000 },
  subunit2sql: { streams: ['30-subunit2sql-stestr'], most: 1000 },
  stestr: { streams: ['03-stestr-self-parallel'], most: 1000 },
  osloLog: { streams: ['08-oslo-log-parallel'], most: 1000 },
  cliff: { streams: ['23-cliff-parallel'], most: 1000 },
  routes: { streams: ['17-routes-concurrent'], most: 1000 },
  bats: { streams: ['24-bats-tap'], most: 1000 },
  shop: { streams: flakyRuns().map(({ name }) => name), most: 1000 },
} as const;

export type SuiteName = keyof typeof RECORDINGS;

const UNKNOWN_MICROS = 1_000;
const USUAL: readonly string[] = ['success', 'skip', 'xfail'];

/** The suites of the recorded streams, about 6,000 tests in all, numbered through. */
export function readSuites(): ReadonlyMap<SuiteName, Suite> {
  const suites = new Map<SuiteName, Suite>();
  const keys = new Map<string, number>();
  for (const name of Object.keys(RECORDINGS) as SuiteName[]) {
    const { streams, most } = RECORDINGS[name];
    const seen = new Map<string, Omit<SuiteTest, 'key' | 'name'>>();
    for (const stream of streams) readStream(stream, seen, most);
    const tests = [...seen].map(([test, facts]) => {
      const key = keys.get(test) ?? keys.size + 1;
      keys.set(test, key);
      return { key, name: test, ...facts };
    });
    suites.set(name, { name, tests: tests.sort((one, other) => one.key - other.key) });
  }
  return suites;
}

function readStream(stream: string, seen: Map<string, Omit<SuiteTest, 'key' | 'name'>>, most: number): void {
  for (const { id, status, start, stop } of readExpectedOutcomes(stream).tests) {
    if (status === 'exists' || id.endsWith('process-returncode')) continue;
    const known = seen.get(id);
    if (known === undefined && seen.size === most) continue;
    const isUsual = USUAL.includes(status);
    seen.set(id, {
      micros: known?.micros ?? durationOf(start, stop),
      usual: known?.usual ?? (isUsual ? (status as SuiteTest['usual']) : 'success'),
      failed: (known?.failed ?? false) || !isUsual,
    });
  }
}

function durationOf(start: string | null, stop: string | null): number {
  if (start === null || stop === null) return UNKNOWN_MICROS;
  return Math.max(1, microsOf(stop) - microsOf(start));
}

function microsOf(time: string): number {
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '0';
  return Math.floor(Date.parse(time) / 1000) * 1e6 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
