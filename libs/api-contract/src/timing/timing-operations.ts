import type { Operation } from '../operations';
import { splitSchema, timingSchema } from './timing';
import { averageTimingQuerySchema, splitQuerySchema, timingQuerySchema } from './timing-query';

const PROBLEMS = [400, 404, 422, 431, 500, 503];

/** What runners are told about how long tests take. */
export const TIMING_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/v1/timing',
    id: 'timing',
    summary:
      'Tell how long every test of a job is expected to take: a stream for runners, JSON, or the files of stestr',
    query: timingQuerySchema,
    replies: {
      200: { description: 'As JSON, where that is asked for; else a subunit stream or a tar.', schema: timingSchema },
    },
    problems: PROBLEMS,
  },
  {
    method: 'get',
    path: '/v1/timing/average',
    id: 'averageTiming',
    summary:
      'Give one success for every test with the mean time of its passes, over all jobs, as sql2subunit --average does',
    query: averageTimingQuerySchema,
    replies: {
      200: {
        description:
          'The stream; text/x-subunit for subunit1. A connection that ends before the reply does means that it is not whole.',
        contentType: 'application/vnd.subunit',
      },
    },
    problems: [400, 404, 431, 500, 503],
  },
  {
    method: 'get',
    path: '/v1/split',
    id: 'split',
    summary: 'Share out the tests of a job among workers',
    query: splitQuerySchema,
    replies: { 200: { description: 'The shares.', schema: splitSchema } },
    problems: PROBLEMS,
  },
  {
    method: 'post',
    path: '/v1/split',
    id: 'splitList',
    summary: 'Share out a list of tests among workers: ids one a line, or a JSON array; nothing is stored',
    query: splitQuerySchema,
    replies: { 200: { description: 'The shares.', schema: splitSchema } },
    problems: [...PROBLEMS, 408, 413],
  },
];
