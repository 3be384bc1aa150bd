import { z } from 'zod';
import { countSchema, instantSchema } from '../shared';
import { answerList, noteSchema, rateSchema, testKeySchema, testNameSchema } from './answer-list';

export const failingTestSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    job: z.string().meta({ description: 'The job in which it failed, or how many jobs: "3 jobs".' }),
    failed: countSchema,
    runs: countSchema.meta({ description: 'Test runs that passed or failed; skips are in no rate.' }),
    failure_rate: rateSchema,
    failure_rate_at_least: rateSchema.meta({ description: 'The lower end of its 95 % interval; the order is by it.' }),
    last_failed: instantSchema.nullable(),
    note: noteSchema,
  })
  .meta({ id: 'FailingTest' });

export const failingTestsSchema = answerList('FailingTestList', failingTestSchema);

export type FailingTest = z.infer<typeof failingTestSchema>;
export type FailingTestsBody = z.infer<typeof failingTestsSchema>;
