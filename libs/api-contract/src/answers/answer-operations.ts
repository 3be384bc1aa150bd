import type { Operation } from '../operations';
import {
  compareRunsQuerySchema,
  testQuerySchema,
  jobQuerySchema,
  jobTestsQuerySchema,
  listQuerySchema,
  listTestsQuerySchema,
  neverFailingQuerySchema,
  rankedTestsQuerySchema,
  recentFailuresQuerySchema,
} from './answer-query';
import { comparisonSchema, recentFailuresSchema } from './failures';
import {
  jobListSchema,
  jobTrendSchema,
  metadataKeyListSchema,
  metadataValueListSchema,
  projectListSchema,
} from './groups-of-runs';
import { testHistorySchema, testSchema } from './one-test';
import {
  failingTestsSchema,
  flakyTestsSchema,
  neverFailingTestsSchema,
  slowTestsSchema,
  testListSchema,
} from './test-lists';

const PROBLEMS = [400, 404, 406, 431, 500, 503];
const TEST_PARAMETER = { id: "The test's name, percent-encoded (/ is %2F), or its number." };
const JOB_PARAMETER = { job: "The job's name, percent-encoded (/ is %2F)." };

function answer(operation: Omit<Operation, 'method' | 'problems'>): Operation {
  return { method: 'get', problems: PROBLEMS, ...operation };
}

function page(what: string, schema: NonNullable<Operation['replies'][number]['schema']>): Operation['replies'] {
  return { 200: { description: `A page of ${what}; as CSV its items.`, schema, alsoCsv: true } };
}

/** What the service answers about jobs, tests and failures. */
export const ANSWER_OPERATIONS: readonly Operation[] = [
  answer({
    path: '/v1/jobs',
    id: 'listJobs',
    summary: 'List jobs by how surely they fail',
    query: listQuerySchema,
    takesMetadata: true,
    replies: page('jobs', jobListSchema),
  }),
  answer({
    path: '/v1/jobs/{job}/trend',
    id: 'jobTrend',
    summary: 'Show how the figures of a job develop, the oldest first',
    pathParameters: JOB_PARAMETER,
    query: jobQuerySchema,
    takesMetadata: true,
    replies: page('points', jobTrendSchema),
  }),
  answer({
    path: '/v1/jobs/{job}/tests',
    id: 'listJobTests',
    summary: 'List the tests that a job ever ran, by name, with what each did in the range',
    pathParameters: JOB_PARAMETER,
    query: jobTestsQuerySchema,
    takesMetadata: true,
    replies: page('tests', testListSchema),
  }),
  answer({
    path: '/v1/projects',
    id: 'listProjects',
    summary: 'List projects by how surely their runs fail',
    query: listQuerySchema,
    takesMetadata: true,
    replies: page('projects', projectListSchema),
  }),
  answer({
    path: '/v1/metadata/keys',
    id: 'listMetadataKeys',
    summary: 'List the metadata keys that runs carry, by name',
    query: listQuerySchema,
    replies: page('keys', metadataKeyListSchema),
  }),
  answer({
    path: '/v1/metadata/{key}/values',
    id: 'listMetadataValues',
    summary: 'List the values of a metadata key by how surely runs with each fail',
    pathParameters: { key: 'The key, percent-encoded.' },
    query: listQuerySchema,
    replies: page('values', metadataValueListSchema),
  }),
  answer({
    path: '/v1/tests',
    id: 'listTests',
    summary: 'List tests by name, with what each did in the range',
    query: listTestsQuerySchema,
    takesMetadata: true,
    replies: page('tests', testListSchema),
  }),
  answer({
    path: '/v1/tests/failing',
    id: 'failingTests',
    summary: 'List tests by how surely they fail',
    query: rankedTestsQuerySchema,
    takesMetadata: true,
    replies: page('tests', failingTestsSchema),
  }),
  answer({
    path: '/v1/tests/flaky',
    id: 'flakyTests',
    summary: 'List tests that failed and passed within one run, by how surely they do',
    query: rankedTestsQuerySchema,
    takesMetadata: true,
    replies: page('tests', flakyTestsSchema),
  }),
  answer({
    path: '/v1/tests/slowest',
    id: 'slowestTests',
    summary: 'List tests by the mean duration of their passes in the newest 30 days of the range',
    query: rankedTestsQuerySchema,
    takesMetadata: true,
    replies: page('tests', slowTestsSchema),
  }),
  answer({
    path: '/v1/tests/never-failing',
    id: 'neverFailingTests',
    summary: 'List tests that did not fail once in the range, those that cost most time first',
    query: neverFailingQuerySchema,
    takesMetadata: true,
    replies: page('tests', neverFailingTestsSchema),
  }),
  answer({
    path: '/v1/tests/{id}',
    id: 'getTest',
    summary: 'Show a test: what it did in the range and ever, its last failure, its jobs',
    pathParameters: TEST_PARAMETER,
    query: testQuerySchema,
    takesMetadata: true,
    replies: { 200: { description: 'The test.', schema: testSchema } },
  }),
  answer({
    path: '/v1/tests/{id}/history',
    id: 'testHistory',
    summary: 'List the runs of a test, the newest first',
    pathParameters: TEST_PARAMETER,
    query: listQuerySchema,
    takesMetadata: true,
    replies: page('test runs', testHistorySchema),
  }),
  answer({
    path: '/v1/runs/{a}/compare/{b}',
    id: 'compareRuns',
    summary: 'Compare two runs, test by test, what is new first',
    pathParameters: { a: 'The id of the run before.', b: 'The id of the run after.' },
    query: compareRunsQuerySchema,
    replies: page('tests', comparisonSchema),
  }),
  answer({
    path: '/v1/failures/recent',
    id: 'recentFailures',
    summary: 'List the newest failures of tests, over all jobs',
    query: recentFailuresQuerySchema,
    takesMetadata: true,
    replies: page('failures', recentFailuresSchema),
  }),
];
