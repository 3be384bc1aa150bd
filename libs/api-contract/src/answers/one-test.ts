import { z } from 'zod';
import { ATTEMPT_STATUS_NAMES } from '../run-tests-list';
import { countSchema, instantSchema, secondsSchema, uuidSchema } from '../shared';
import {
  answerList,
  nameSchema,
  noteSchema,
  RANGE_FIELDS,
  rateSchema,
  runsSchema,
  testKeySchema,
  testNameSchema,
} from './answer-list';

const lastFailureSchema = z
  .object({
    at: instantSchema,
    run: uuidSchema,
    job: nameSchema,
    branch: nameSchema,
    outcome: z.string(),
    message: z.string().nullable(),
    traceback: z.string().nullable().meta({ description: 'Its last 8,000 characters.' }),
    artifacts: z.string().nullable(),
  })
  .meta({ id: 'LastFailure' });

export const testJobSchema = z
  .object({
    job: nameSchema,
    branch: nameSchema,
    runs: runsSchema,
    failed: countSchema,
    failure_rate: rateSchema.nullable(),
    flaky: countSchema,
    mean_seconds: secondsSchema.nullable(),
    fails_in_a_row: countSchema.nullable(),
    last_runs: z.string().nullable().meta({ description: 'A dot for a pass, an x for a failure, the newest last.' }),
    last_seen: instantSchema.nullable(),
    note: noteSchema,
  })
  .meta({ id: 'TestJob' });

/** `GET /v1/tests/{id}`. */
export const testSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    ...RANGE_FIELDS,
    runs: runsSchema,
    passed: countSchema,
    failed: countSchema,
    skipped: countSchema,
    flaky: countSchema,
    failure_rate: rateSchema.nullable(),
    mean_seconds: secondsSchema.nullable().meta({ description: 'Of its passes in the range.' }),
    ever: z
      .object({
        runs: runsSchema,
        passed: countSchema,
        failed: countSchema,
        jobs: countSchema,
        mean_seconds: secondsSchema.nullable(),
        first_seen: instantSchema.nullable(),
        last_seen: instantSchema.nullable(),
        last_passed: instantSchema.nullable(),
        last_failed: instantSchema.nullable(),
      })
      .meta({ id: 'TestEver', description: 'Over all time, in all jobs.' }),
    last_failure: lastFailureSchema.nullable().meta({ description: 'The newest in the range.' }),
    jobs: z.array(testJobSchema).meta({ description: 'What it did in each job and branch, at most 100.' }),
  })
  .meta({ id: 'Test' });

export const testHistoryItemSchema = z
  .object({
    at: instantSchema,
    run: uuidSchema,
    job: nameSchema,
    branch: nameSchema,
    status: z.enum(ATTEMPT_STATUS_NAMES),
    flaky: z.boolean(),
    seconds: secondsSchema.nullable(),
    attempts: countSchema,
    message: z.string().nullable(),
  })
  .meta({ id: 'TestHistoryItem' });

/** `GET /v1/tests/{id}/history`. */
export const testHistorySchema = answerList('TestHistory', testHistoryItemSchema, {
  id: testKeySchema,
  test: testNameSchema,
});

export type LastFailure = z.infer<typeof lastFailureSchema>;
export type TestJob = z.infer<typeof testJobSchema>;
export type TestBody = z.infer<typeof testSchema>;
export type TestHistoryItem = z.infer<typeof testHistoryItemSchema>;
export type TestHistoryBody = z.infer<typeof testHistorySchema>;
