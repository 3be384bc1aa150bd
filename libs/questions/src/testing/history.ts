/** The final status of a test run; see the schema's documentation. */
export type HistoryStatus = 'success' | 'fail' | 'skip' | 'xfail' | 'uxsuccess' | 'inprogress';

export interface HistoryTestRun {
  readonly test: string;
  readonly status: HistoryStatus;
  /** Failed first and passed then. */
  readonly flaky: boolean;
  /** Null: the stream gave no times. */
  readonly seconds: number | null;
}

export interface HistoryRun {
  readonly job: string;
  readonly project: string;
  readonly branch: string;
  readonly atMicros: number;
  readonly sample: boolean;
  /** Besides `sample`, which is said by itself. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly tests: readonly HistoryTestRun[];
}

const SERIES = [
  { job: 'unit', project: 'nova', branch: 'master' },
  { job: 'unit', project: 'nova', branch: 'stable/1' },
  { job: 'integration', project: 'nova', branch: 'master' },
  { job: 'integration', project: 'glance', branch: 'master' },
  { job: '', project: '', branch: '' },
] as const;

/** Names that break careless SQL, macros, variables and pages. */
export const HOSTILE_NAME = `t.Odd.test_"quoted" it's \\ \${job} $__timeFilter(x) user() -- /* <b>[[x]]</b> %_ é☃`;

const STEADY = ['t.Api.test_list', 't.Api.test_show', 't.Api.test_delete', 't.Db.test_migrate', 't.Db.test_slow'];
const SPECIAL = [
  't.Net.test_flaky',
  't.Net.test_broken',
  't.Net.test_skipped',
  't.Net.test_without_times',
  HOSTILE_NAME,
];

/** Where runs ran, in turn; the last name breaks what the test's name breaks. */
export const NODES = ['rack-1', 'rack-2', HOSTILE_NAME] as const;

const DAY_MICROS = 86_400_000_000;

/** A small history that ends at `endMicros`: about two runs a day and series, always the same for one seed. */
export function makeHistory(options: {
  readonly endMicros: number;
  readonly days: number;
  readonly seed?: number;
}): HistoryRun[] {
  const random = seededRandom(options.seed ?? 1);
  const runs: HistoryRun[] = [];
  for (let day = options.days; day > 0; day -= 1) {
    for (const series of SERIES) {
      for (let count = Math.floor(random() * 3) + 1; count > 0; count -= 1) {
        const atMicros = options.endMicros - Math.floor((day - random()) * DAY_MICROS);
        const metadata = { build_name: series.job, node: NODES[runs.length % NODES.length]! };
        runs.push({ ...series, atMicros, sample: day > options.days / 2, metadata, tests: testsOf(random, day) });
      }
    }
  }
  return runs.sort((a, b) => a.atMicros - b.atMicros);
}

function testsOf(random: () => number, daysAgo: number): HistoryTestRun[] {
  const tests: HistoryTestRun[] = STEADY.map((test) => ({
    test,
    status: random() < 0.01 ? 'fail' : 'success',
    flaky: false,
    seconds: (test.endsWith('slow') ? 20 : 0.5) + round(random()),
  }));
  return [...tests, ...SPECIAL.map((test) => specialTest(test, random, daysAgo))];
}

function specialTest(test: string, random: () => number, daysAgo: number): HistoryTestRun {
  const seconds = round(random() * 3);
  if (test.endsWith('flaky'))
    return { test, status: random() < 0.1 ? 'fail' : 'success', flaky: random() < 0.2, seconds };
  if (test.endsWith('broken'))
    return {
      test,
      status: daysAgo < 10 ? pick(random, ['fail', 'uxsuccess', 'inprogress']) : 'success',
      flaky: false,
      seconds,
    };
  if (test.endsWith('skipped')) return { test, status: 'skip', flaky: false, seconds: null };
  if (test.endsWith('times')) return { test, status: 'xfail', flaky: false, seconds: null };
  return { test, status: random() < 0.3 ? 'fail' : 'success', flaky: false, seconds };
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!;
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** A small generator of numbers in [0, 1), the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
