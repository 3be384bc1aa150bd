import { z } from 'zod';
import { countSchema, instantSchema, secondsSchema } from '../shared';
import { answerList, noteSchema, rateSchema, runsSchema, testKeySchema, testNameSchema } from './answer-list';

const jobSchema = z.string().meta({ description: 'The job in which it did, or how many jobs: "3 jobs".' });
const atLeastSchema = rateSchema.meta({ description: 'The lower end of its 95 % interval; the order is by it.' });

export const failingTestSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    job: jobSchema,
    failed: countSchema,
    runs: runsSchema,
    failure_rate: rateSchema,
    failure_rate_at_least: atLeastSchema,
    last_failed: instantSchema.nullable(),
    note: noteSchema,
  })
  .meta({ id: 'FailingTest' });

export const flakyTestSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    job: jobSchema,
    flaky: countSchema.meta({ description: 'Runs in which it both failed and passed.' }),
    runs: runsSchema,
    flake_rate: rateSchema,
    flake_rate_at_least: atLeastSchema,
    last_flaky: instantSchema.nullable(),
    note: noteSchema,
  })
  .meta({ id: 'FlakyTest' });

export const slowTestSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    mean_seconds: secondsSchema.meta({ description: 'Of its passes in the newest 30 days of the range.' }),
    passes: countSchema,
    total_seconds: secondsSchema,
    note: noteSchema,
  })
  .meta({ id: 'SlowTest' });

export const neverFailingTestSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    runs: countSchema.meta({ description: 'Passes in the newest 30 days of the range.' }),
    failed: countSchema,
    failure_rate_at_most: rateSchema.meta({
      description:
        'The upper end of the 95 % interval of its failure rate: so often it may fail and still have passed always.',
    }),
    mean_seconds: secondsSchema.nullable(),
    total_seconds: secondsSchema.meta({ description: 'What its passes cost in the newest 30 days of the range.' }),
  })
  .meta({ id: 'NeverFailingTest' });

export const testItemSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    runs: runsSchema,
    passed: countSchema,
    failed: countSchema,
    skipped: countSchema,
    flaky: countSchema,
    failure_rate: rateSchema.nullable(),
    mean_seconds: secondsSchema.nullable().meta({ description: 'Of its passes.' }),
    note: noteSchema,
  })
  .meta({ id: 'TestItem' });

export const failingTestsSchema = answerList('FailingTestList', failingTestSchema, {});
export const flakyTestsSchema = answerList('FlakyTestList', flakyTestSchema, {});
export const slowTestsSchema = answerList('SlowTestList', slowTestSchema, {});
export const neverFailingTestsSchema = answerList('NeverFailingTestPage', neverFailingTestSchema, {
  min_runs: countSchema.meta({ description: 'What `min_runs` was, or was taken to be.' }),
});
export const testListSchema = answerList('TestPage', testItemSchema, {
  found: countSchema.meta({ description: 'Tests on all pages, as of this one.' }),
});

export type FailingTest = z.infer<typeof failingTestSchema>;
export type FailingTestsBody = z.infer<typeof failingTestsSchema>;
export type FlakyTest = z.infer<typeof flakyTestSchema>;
export type FlakyTestsBody = z.infer<typeof flakyTestsSchema>;
export type SlowTest = z.infer<typeof slowTestSchema>;
export type SlowTestsBody = z.infer<typeof slowTestsSchema>;
export type NeverFailingTest = z.infer<typeof neverFailingTestSchema>;
export type NeverFailingTestsBody = z.infer<typeof neverFailingTestsSchema>;
export type TestItem = z.infer<typeof testItemSchema>;
export type TestListBody = z.infer<typeof testListSchema>;
