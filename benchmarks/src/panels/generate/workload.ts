import type { SuiteName } from './suites';

/** One job of one project on one branch in one queue. */
export interface SeriesPlan {
  readonly job: string;
  readonly project: string;
  readonly branch: string;
  readonly queue: 'check' | 'gate' | 'periodic';
  readonly suite: SuiteName;
  readonly workers: number;
  /** A failed test runs again, at most so often. */
  readonly retries: number;
}

const TWICE = { workers: 2, retries: 0 };

/**
 * A CI as there are many: two large suites at night, and jobs that run for every change.
 * More rows are more changes a day, never more nights: only what people do grows.
 */
export const SERIES: readonly SeriesPlan[] = [
  series('periodic-testtools', 'testing-cabal/testtools', 'master', 'periodic', 'testtools', {
    workers: 4,
    retries: 0,
  }),
  series('periodic-cpython-lib', 'python/cpython', 'main', 'periodic', 'cpython', { workers: 4, retries: 0 }),
  series('periodic-subunit2sql-mysql', 'openstack/subunit2sql', 'master', 'periodic', 'subunit2sql', TWICE),
  series('subunit-unit', 'testing-cabal/subunit', 'master', 'check', 'subunit', TWICE),
  series('stestr-functional', 'stestr/stestr', 'master', 'check', 'stestr', { workers: 3, retries: 2 }),
  series('stestr-functional', 'stestr/stestr', 'master', 'gate', 'stestr', { workers: 3, retries: 2 }),
  series('openstack-tox-py311', 'openstack/oslo.log', 'master', 'check', 'osloLog', TWICE),
  series('openstack-tox-py312', 'openstack/oslo.log', 'master', 'check', 'osloLog', TWICE),
  series('openstack-tox-py311', 'openstack/oslo.log', 'stable/2026.1', 'check', 'osloLog', TWICE),
  series('openstack-tox-py311', 'openstack/cliff', 'master', 'check', 'cliff', TWICE),
  series('openstack-tox-py312', 'openstack/cliff', 'master', 'check', 'cliff', TWICE),
  series('openstack-tox-py311', 'openstack/cliff', 'master', 'gate', 'cliff', TWICE),
  series('openstack-tox-py311', 'openstack/oslo.concurrency', 'master', 'check', 'routes', TWICE),
  series('openstack-tox-py311', 'openstack/oslo.concurrency', 'stable/2026.1', 'check', 'routes', TWICE),
  series('shell-acceptance', 'example/shell', 'main', 'check', 'bats', { workers: 1, retries: 0 }),
  series('shop-integration', 'example/shop', 'master', 'check', 'shop', { workers: 1, retries: 2 }),
  series('shop-integration', 'example/shop', 'master', 'gate', 'shop', { workers: 1, retries: 2 }),
  series('shop-integration', 'example/shop', 'release/4.2', 'check', 'shop', { workers: 1, retries: 2 }),
  series('shop-nightly', 'example/shop', 'master', 'periodic', 'shop', { workers: 1, retries: 2 }),
];

function series(
  ...[job, project, branch, queue, suite, shape]: [
    string,
    string,
    string,
    SeriesPlan['queue'],
    SuiteName,
    Pick<SeriesPlan, 'workers' | 'retries'>,
  ]
): SeriesPlan {
  return { job, project, branch, queue, suite, ...shape };
}

/** Runs a day of periodic jobs, and of those that run for changes, so that a history of `days` has about `rows` test runs. */
export interface Rates {
  readonly periodic: number;
  readonly changes: number;
}

export function ratesFor(rows: number, days: number, testsOf: (suite: SuiteName) => number): Rates {
  const sum = (isPeriodic: boolean) =>
    SERIES.filter(({ queue }) => (queue === 'periodic') === isPeriodic).reduce(
      (all, { suite }) => all + testsOf(suite),
      0,
    );
  const aDay = rows / days;
  const periodic = Math.min(1, aDay / (sum(true) + sum(false)));
  return { periodic, changes: (aDay - periodic * sum(true)) / sum(false) };
}

const WORKING_DAY = 7 / (5 + 2 / 3);

/** Runs of a series on a day: at the weekend a third. */
export function runsOnDay({ queue }: SeriesPlan, rates: Rates, isWeekend: boolean, draw: number): number {
  const expected = queue === 'periodic' ? rates.periodic : rates.changes * WORKING_DAY * (isWeekend ? 1 / 3 : 1);
  return Math.floor(expected) + (draw < expected % 1 ? 1 : 0);
}
