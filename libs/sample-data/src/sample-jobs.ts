/** The recorded suites that the sample history is made of, by the names of their streams in the corpus. */
export const SUITES = {
  cliff: '23-cliff-parallel.subunit',
  osloLog: '08-oslo-log-parallel.subunit',
  osloConcurrency: '29-hung-timeout.subunit',
  stestr: '03-stestr-self-parallel.subunit',
  subunit: '02-subunit-self.subunit',
  subunit2sql: '30-subunit2sql-stestr.subunit',
  shop: 'flaky',
} as const;

export type SuiteName = keyof typeof SUITES;

export type Queue = 'check' | 'gate' | 'periodic';

/** One job of one project on one branch, and how often it runs. */
export interface SampleJob {
  readonly name: string;
  readonly project: string;
  readonly branch: string;
  readonly suite: SuiteName;
  /** Runs on a working day; a third of them at the weekend. Periodic jobs run once every night. */
  readonly runsPerDay: number;
  readonly queues: readonly Queue[];
  readonly workers: number;
  /** A failed test runs again in the same run, at most this often. */
  readonly retries: number;
}

const CHANGES: readonly Queue[] = ['check', 'check', 'gate'];

const NIGHTLY = { runsPerDay: 1, queues: ['periodic'] } as const;

export const SAMPLE_JOBS: readonly SampleJob[] = [
  tox('openstack-tox-py311', 'openstack/cliff', 'master', 'cliff', 2),
  tox('openstack-tox-py311', 'openstack/cliff', 'stable/2026.1', 'cliff', 0.5),
  tox('openstack-tox-py311', 'openstack/oslo.log', 'master', 'osloLog', 2),
  tox('openstack-tox-py311', 'openstack/oslo.log', 'stable/2026.1', 'osloLog', 0.5),
  tox('openstack-tox-py311', 'openstack/oslo.concurrency', 'master', 'osloConcurrency', 1),
  tox('openstack-tox-py312', 'openstack/cliff', 'master', 'cliff', 1.2),
  tox('openstack-tox-py312', 'openstack/oslo.log', 'master', 'osloLog', 1.2),
  { ...tox('stestr-functional', 'stestr/stestr', 'master', 'stestr', 2), workers: 3, retries: 2 },
  { ...tox('subunit-unit', 'testing-cabal/subunit', 'master', 'subunit', 1), workers: 1 },
  { ...tox('periodic-subunit2sql-mysql', 'openstack/subunit2sql', 'master', 'subunit2sql', 1), ...NIGHTLY },
  { ...tox('shop-integration', 'example/shop', 'master', 'shop', 2), workers: 1, retries: 2 },
  { ...tox('shop-integration', 'example/shop', 'release/4.2', 'shop', 0.6), workers: 1, retries: 2 },
  { ...tox('periodic-shop-nightly', 'example/shop', 'master', 'shop', 1), ...NIGHTLY, workers: 1 },
];

/** The nightly job whose last thirty runs are the thirty recorded ones themselves, moved in time. */
export const REPLAYED_JOB = 'periodic-shop-nightly';

function tox(name: string, project: string, branch: string, suite: SuiteName, runsPerDay: number): SampleJob {
  return { name, project, branch, suite, runsPerDay, queues: CHANGES, workers: 2, retries: 0 };
}
