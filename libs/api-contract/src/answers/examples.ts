import { TEST_EXAMPLES } from './test-examples';

/** A request to an operation and what came back. */
export interface Example {
  /** Path and query. */
  readonly request: string;
  readonly body: object;
}

const RANGE = { since: '2026-10-27T03:17:00.000000Z', until: '2026-11-26T03:17:00.000000Z' } as const;
const TEST = { id: 42, test: 'tempest.api.compute.test_servers.ServersTest.test_list' } as const;
const NEXT = 'WzE3OTMxODI2MjAwMDAwMDAsMTc5NTc3NDYyMDAwMDAwMCwiUjJ4bkpuLXdfMGtIIiwiMC4xIDQyIl0';
const RUN = '3f1c6c2e-8f0d-4d0e-9d0c-1f6f5a3b7a10';
const RUN_AFTER = 'b7e2a9d4-55c1-4f7e-8a3f-0c9d2e6b4f21';

const GROUP = {
  runs: 412,
  failed: 31,
  failure_rate: 0.0752427184,
  failure_rate_at_least: 0.0535,
  tests: 571044,
} as const;

/** Of a reply as long as a page of one item, by the operation's id. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
  listJobs: {
    request: '/v1/jobs?branch=master&limit=1',
    body: {
      ...RANGE,
      items: [{ job: 'tempest-full', ...GROUP, test_seconds: 1914202.5, mean_seconds: 3541.2, note: null }],
      next: NEXT,
    },
  },
  jobTrend: {
    request: '/v1/jobs/tempest-full/trend?branch=master&limit=1',
    body: {
      ...RANGE,
      job: 'tempest-full',
      items: [
        {
          at: '2026-10-27T00:00:00.000000Z',
          runs: 14,
          failed: 1,
          failure_rate: 0.0714285714,
          mean_seconds: 3502.8,
          tests: 19404,
          failed_tests: 3,
          test_failure_rate: 0.0001546073,
          test_seconds: 65048.1,
        },
      ],
      next: NEXT,
    },
  },
  listJobTests: {
    request: '/v1/jobs/tempest-full/tests?prefix=tempest.api.compute.&limit=1',
    body: {
      ...RANGE,
      found: 391,
      items: [
        {
          ...TEST,
          runs: 411,
          passed: 409,
          failed: 2,
          skipped: 0,
          flaky: 1,
          failure_rate: 0.0048661801,
          mean_seconds: 12.41,
          note: null,
        },
      ],
      next: NEXT,
    },
  },
  listProjects: {
    request: '/v1/projects?limit=1',
    body: {
      ...RANGE,
      items: [{ project: 'nova', ...GROUP, test_seconds: 1914202.5, mean_seconds: 3541.2, note: null }],
      next: NEXT,
    },
  },
  listMetadataKeys: {
    request: '/v1/metadata/keys?limit=1',
    body: {
      ...RANGE,
      items: [{ key: 'node_provider', runs: 4980, values: 6, newest_run: '2026-11-26T03:12:44.000000Z' }],
      next: NEXT,
    },
  },
  listMetadataValues: {
    request: '/v1/metadata/node_provider/values?job=tempest-full&limit=1',
    body: {
      ...RANGE,
      key: 'node_provider',
      items: [
        {
          value: 'rax-dfw',
          jobs: 1,
          ...GROUP,
          mean_seconds: 4102.7,
          newest_run: '2026-11-26T03:12:44.000000Z',
          note: null,
        },
      ],
      next: NEXT,
    },
  },
  ...TEST_EXAMPLES,
  compareRuns: {
    request: `/v1/runs/${RUN}/compare/${RUN_AFTER}?limit=1`,
    body: {
      before: comparedRun(RUN, 'passed', 0),
      after: comparedRun(RUN_AFTER, 'failed', 2),
      changes: [
        { change: 'newly failing', tests: 2, difference: 61.2 },
        { change: 'same', tests: 1384, difference: -12.7 },
      ],
      items: [
        {
          ...TEST,
          change: 'newly failing',
          before: 'passed',
          after: 'failed',
          seconds_before: 12.2,
          seconds_after: 60.1,
          difference: 47.9,
        },
      ],
      next: NEXT,
    },
  },
  recentFailures: {
    request: '/v1/failures/recent?branch=master&limit=1',
    body: {
      ...RANGE,
      items: [
        {
          at: '2026-11-25T21:40:03.000000Z',
          ...TEST,
          run: RUN,
          job: 'tempest-full',
          branch: 'master',
          outcome: 'failed',
          message: 'tempest.lib.exceptions.TimeoutException: Request timed out',
          artifacts: 'https://logs.example/3f1c6c2/',
        },
      ],
      next: NEXT,
    },
  },
  graph: {
    request: '/v1/graphs/run_failure_rate?key=build_name&limit=1',
    body: {
      graph: 'run_failure_rate',
      ...RANGE,
      key: 'build_name',
      values: 12,
      runs: 4180,
      failed: 217,
      items: [{ value: 'tempest-full', runs: 412, failed: 31, failure_rate: 0.0752427184 }],
    },
  },
};

function comparedRun(id: string, result: string, failed: number) {
  return {
    id,
    run_at: '2026-11-25T21:40:03.000000Z',
    result,
    job: 'tempest-full',
    project: 'nova',
    branch: 'master',
    tests: 1386,
    failed,
    flaky: 0,
    skipped: 104,
    seconds: 3498.5,
    note: null,
  };
}
