import type { Suite, SuiteTest } from './suites';
import type { SeriesPlan } from './workload';

export type Status = 'success' | 'fail' | 'skip' | 'xfail' | 'inprogress';

export interface Attempt {
  readonly status: Status;
  readonly startMicros: number;
  /** `null` = never ended. */
  readonly stopMicros: number | null;
}

/** A test in a run; its last attempt counts. */
export interface TestOutcome {
  readonly test: SuiteTest;
  readonly attempts: readonly Attempt[];
  readonly worker: number;
}

/** What goes wrong with a run as a whole. */
export interface Weather {
  /** Tests whose names begin so fail. */
  readonly brokenPrefix: string | null;
  readonly outage: boolean;
  /** The share of the tests that were sent before the stream broke off. */
  readonly cutAt: number | null;
}

const OUTAGE_SHARE = 0.9;
const BROKEN_SHARE = 0.7;
const FAILS_ON_RETRY = 0.4;
/** Failures a run by chance, spread over the tests that failed in the recording. */
const FAILURES_A_RUN = 0.15;
const MOST_FLAKY = 0.05;
const GAP_MICROS = 240;

/** A thousand factors around 1, two of three within 12 per cent, drawn once: logarithms for every test would be half the work. */
const SPREAD = Array.from({ length: 1024 }, (_, index) => Math.exp(0.12 * quantile((index + 0.5) / 1024)));

/** Of the normal distribution, near enough. */
function quantile(share: number): number {
  return Math.log(share / (1 - share)) / 1.702;
}

/** The outcomes of one run, in the order of the tests' keys. */
export function outcomesOf(
  { suite, plan, startMicros, weather }: { suite: Suite; plan: SeriesPlan; startMicros: number; weather: Weather },
  random: () => number,
): TestOutcome[] {
  const clocks = Array.from({ length: plan.workers }, () => startMicros);
  const chance = failureChance(suite);
  const node = SPREAD[Math.floor(random() * 1024)] ?? 1;
  const count = weather.cutAt === null ? suite.tests.length : Math.floor(suite.tests.length * weather.cutAt);
  const outcomes: TestOutcome[] = [];
  for (let index = 0; index < count; index++) {
    const test = suite.tests[index] as SuiteTest;
    const worker = index % plan.workers;
    const isLast = weather.cutAt !== null && index === count - 1;
    const statuses: Status[] = isLast ? ['inprogress'] : statusesOf(test, plan.retries, { weather, chance }, random);
    const attempts = statuses.map((status): Attempt => {
      const start = clocks[worker] ?? startMicros;
      const stop = start + Math.max(1, Math.round(test.micros * node * (SPREAD[Math.floor(random() * 1024)] ?? 1)));
      clocks[worker] = stop + GAP_MICROS;
      return { status, startMicros: start, stopMicros: status === 'inprogress' ? null : stop };
    });
    outcomes.push({ test, attempts, worker });
  }
  return outcomes;
}

function failureChance({ tests }: Suite): number {
  const failing = tests.filter(({ failed }) => failed).length;
  return failing === 0 ? 0 : Math.min(MOST_FLAKY, FAILURES_A_RUN / failing);
}

function statusesOf(
  test: SuiteTest,
  retries: number,
  { weather, chance }: { weather: Weather; chance: number },
  random: () => number,
): Status[] {
  const draw = random();
  if (test.usual === 'skip') return ['skip'];
  if (weather.outage) return [draw < OUTAGE_SHARE ? 'fail' : test.usual];
  const isBroken = weather.brokenPrefix !== null && test.name.startsWith(weather.brokenPrefix) && draw < BROKEN_SHARE;
  if (isBroken) return Array.from({ length: 1 + retries }, () => 'fail' as const);
  if (!(test.failed && draw < chance)) return [test.usual];
  const statuses: Status[] = ['fail'];
  for (let retry = 0; retry < retries; retry++) {
    if (random() >= FAILS_ON_RETRY) return [...statuses, test.usual];
    statuses.push('fail');
  }
  return statuses;
}
