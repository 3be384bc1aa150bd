import type { Example } from './examples';

const RANGE = { since: '2026-10-27T03:17:00.000000Z', until: '2026-11-26T03:17:00.000000Z' } as const;
const TEST = { id: 42, test: 'tempest.api.compute.test_servers.ServersTest.test_list' } as const;
const NEXT = 'WzE3OTMxODI2MjAwMDAwMDAsMTc5NTc3NDYyMDAwMDAwMCwiUjJ4bkpuLXdfMGtIIiwiMC4xIDQyIl0';
const RUN = '3f1c6c2e-8f0d-4d0e-9d0c-1f6f5a3b7a10';

/** Of the operations below `/v1/tests`. */
export const TEST_EXAMPLES: Readonly<Record<string, Example>> = {
  listTests: {
    request: '/v1/tests?prefix=tempest.api.&search=servers&limit=1',
    body: {
      ...RANGE,
      found: 118,
      items: [
        {
          ...TEST,
          runs: 2204,
          passed: 2197,
          failed: 7,
          skipped: 12,
          flaky: 3,
          failure_rate: 0.0031760436,
          mean_seconds: 12.66,
          note: null,
        },
      ],
      next: NEXT,
    },
  },
  failingTests: {
    request: '/v1/tests/failing?job=tempest-full&branch=master&limit=1',
    body: {
      ...RANGE,
      items: [
        {
          ...TEST,
          job: 'tempest-full',
          failed: 9,
          runs: 411,
          failure_rate: 0.0218978102,
          failure_rate_at_least: 0.0115666,
          last_failed: '2026-11-25T21:40:03.000000Z',
          note: null,
        },
      ],
      next: NEXT,
    },
  },
  flakyTests: {
    request: '/v1/tests/flaky?job=tempest-full&limit=1',
    body: {
      ...RANGE,
      items: [
        {
          ...TEST,
          job: '3 jobs',
          flaky: 11,
          runs: 2204,
          flake_rate: 0.0049909256,
          flake_rate_at_least: 0.002789,
          last_flaky: '2026-11-25T20:02:51.000000Z',
          note: null,
        },
      ],
      next: NEXT,
    },
  },
  slowestTests: {
    request: '/v1/tests/slowest?job=tempest-full&min_runs=20&limit=1',
    body: {
      ...RANGE,
      items: [{ ...TEST, mean_seconds: 214.8, passes: 398, total_seconds: 85490.4, note: null }],
      next: NEXT,
    },
  },
  neverFailingTests: {
    request: '/v1/tests/never-failing?since=2026-08-26T00:00:00Z&branch=master&min_runs=200&limit=1',
    body: {
      ...RANGE,
      min_runs: 200,
      items: [
        {
          ...TEST,
          runs: 411,
          failed: 0,
          failure_rate_at_most: 0.0092604,
          mean_seconds: 96.3,
          total_seconds: 39579.3,
        },
      ],
      next: NEXT,
    },
  },
  getTest: {
    request: '/v1/tests/tempest.api.compute.test_servers.ServersTest.test_list',
    body: {
      ...TEST,
      ...RANGE,
      runs: 2204,
      passed: 2197,
      failed: 7,
      skipped: 12,
      flaky: 3,
      failure_rate: 0.0031760436,
      mean_seconds: 12.66,
      ever: {
        runs: 81190,
        passed: 80871,
        failed: 319,
        jobs: 5,
        mean_seconds: 11.93,
        first_seen: '2024-02-11T08:15:30.000000Z',
        last_seen: '2026-11-26T03:12:44.000000Z',
        last_passed: '2026-11-26T03:12:44.000000Z',
        last_failed: '2026-11-25T21:40:03.000000Z',
      },
      last_failure: {
        at: '2026-11-25T21:40:03.000000Z',
        run: RUN,
        job: 'tempest-full',
        branch: 'master',
        outcome: 'fail',
        message: 'tempest.lib.exceptions.TimeoutException: Request timed out',
        traceback: 'Traceback (most recent call last):\n  …\n',
        artifacts: 'https://logs.example/3f1c6c2/',
      },
      jobs: [
        {
          job: 'tempest-full',
          branch: 'master',
          runs: 411,
          failed: 2,
          failure_rate: 0.0048661801,
          flaky: 1,
          mean_seconds: 12.41,
          fails_in_a_row: 0,
          last_runs: '..........x.........................',
          last_seen: '2026-11-26T03:12:44.000000Z',
          note: null,
        },
      ],
    },
  },
  testHistory: {
    request: '/v1/tests/42/history?job=tempest-full&limit=1',
    body: {
      ...RANGE,
      ...TEST,
      items: [
        {
          at: '2026-11-26T03:12:44.000000Z',
          run: RUN,
          job: 'tempest-full',
          branch: 'master',
          status: 'success',
          flaky: false,
          seconds: 12.204118,
          attempts: 1,
          message: null,
        },
      ],
      next: NEXT,
    },
  },
};
