import type { z } from 'zod';
import { ANSWER_OPERATIONS } from './answers/answer-operations';
import { BADGE_OPERATIONS } from './badges/badge-operations';
import { FEED_OPERATIONS } from './feeds/feed-operations';
import { GRAPH_OPERATIONS } from './graphs/graph-operations';
import { aliveSchema, readySchema } from './health';
import { listRunTestsQuerySchema, listRunsQuerySchema, streamRunQuerySchema, uploadQuerySchema } from './query';
import { runSchema } from './run';
import { runListSchema } from './run-list';
import { runTestsListSchema } from './run-tests-list';
import { TIMING_OPERATIONS } from './timing/timing-operations';

/** A reply without a schema is plain text or JSON of its own kind. */
export interface Reply {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The items come as CSV too. */
  readonly alsoCsv?: boolean;
}

/** One thing that the service does. */
export interface Operation {
  readonly method: 'get' | 'post';
  /** With `{id}` for path parameters. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** What the parameters in the path are; those that are not described are ids of runs. */
  readonly pathParameters?: Readonly<Record<string, string>>;
  readonly query?: z.ZodObject;
  /** Besides the query: any number of `meta.KEY=VALUE`, which runs must have. */
  readonly takesMetadata?: boolean;
  /** The body is a stream, and write tokens are asked for. */
  readonly isUpload?: boolean;
  readonly replies: Readonly<Record<number, Reply>>;
  /** Statuses that come as a problem. */
  readonly problems: readonly number[];
}

const UPLOAD_PROBLEMS = [400, 401, 403, 408, 409, 413, 415, 422, 431, 500, 503];
const RUN_HEADERS = { Location: 'The page of the run.' };

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/v1/runs',
    id: 'uploadRun',
    summary: 'Store a subunit stream as one run, exactly once',
    query: uploadQuerySchema,
    isUpload: true,
    replies: {
      201: { description: 'Stored: every row of the run is committed.', schema: runSchema, headers: RUN_HEADERS },
      200: { description: 'This upload was stored before.', schema: runSchema, headers: RUN_HEADERS },
    },
    problems: UPLOAD_PROBLEMS,
  },
  {
    method: 'get',
    path: '/v1/runs',
    id: 'listRuns',
    summary: 'List runs, newest first',
    query: listRunsQuerySchema,
    replies: { 200: { description: 'A page of runs.', schema: runListSchema, alsoCsv: true } },
    problems: [400, 404, 406, 431, 500, 503],
  },
  {
    method: 'get',
    path: '/v1/runs/{id}',
    id: 'getRun',
    summary: 'Show a run',
    replies: { 200: { description: 'The run.', schema: runSchema } },
    problems: [400, 404, 406, 431, 500, 503],
  },
  {
    method: 'get',
    path: '/v1/runs/{id}/tests',
    id: 'listRunTests',
    summary: 'List the tests of a run with their attempts',
    query: listRunTestsQuerySchema,
    replies: { 200: { description: 'A page of tests.', schema: runTestsListSchema, alsoCsv: true } },
    problems: [400, 404, 406, 431, 500, 503],
  },
  {
    method: 'get',
    path: '/v1/runs/{id}/stream',
    id: 'streamRun',
    summary: 'Give a run back as a stream, with its attempts, times, tags and files',
    query: streamRunQuerySchema,
    replies: {
      200: {
        description:
          'The run. A connection that ends before the reply does means that it could not be read to its end. ' +
          'Types of the other forms: text/x-subunit, application/xml, application/json, text/csv.',
        contentType: 'application/vnd.subunit',
        headers: {
          'Content-Disposition': "A file name: the run's id and the form's extension.",
          ETag: 'Stays the same as long as the run is stored.',
        },
      },
    },
    problems: [400, 404, 410, 431, 500, 503],
  },
  ...ANSWER_OPERATIONS,
  ...GRAPH_OPERATIONS,
  ...TIMING_OPERATIONS,
  ...FEED_OPERATIONS,
  ...BADGE_OPERATIONS,
  {
    method: 'get',
    path: '/healthz',
    id: 'isAlive',
    summary: 'Say that the process is alive',
    replies: { 200: { description: 'Alive.', schema: aliveSchema } },
    problems: [431],
  },
  {
    method: 'get',
    path: '/readyz',
    id: 'isReady',
    summary: 'Say whether runs can be stored: the database is reachable and has the right schema',
    replies: { 200: { description: 'Ready.', schema: readySchema } },
    problems: [431, 503],
  },
  {
    method: 'get',
    path: '/metrics',
    id: 'metrics',
    summary: 'Prometheus metrics of the service',
    replies: { 200: { description: 'Metrics.', contentType: 'text/plain' } },
    problems: [431, 500],
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'openApi',
    summary: 'This document',
    replies: { 200: { description: 'OpenAPI 3.1.', contentType: 'application/json' } },
    problems: [431],
  },
  {
    method: 'get',
    path: '/docs',
    id: 'docs',
    summary: 'Show this document as a page',
    replies: { 200: { description: 'The page.', contentType: 'text/html' } },
    problems: [431],
  },
];
