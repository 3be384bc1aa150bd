import { z } from 'zod';
import { countSchema, instantSchema, secondsSchema, uuidSchema } from './shared';

export const damageSchema = z
  .object({
    offset: countSchema.meta({ description: 'Bytes from the start of the decompressed stream.' }),
    length: countSchema,
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'Damage', description: 'Bytes that could not be read; everything around them was.' });

export const runTestsSchema = z
  .object({
    total: countSchema.meta({ description: 'Distinct tests that ran or were meant to; listed-only ids are none.' }),
    success: countSchema,
    fail: countSchema,
    skip: countSchema,
    xfail: countSchema,
    uxsuccess: countSchema,
    unfinished: countSchema.meta({ description: 'Started and never ended.' }),
    flaky: countSchema.meta({ description: 'Of the total: both failed and passed in this run.' }),
  })
  .meta({ id: 'RunTests', description: 'Tests, each counted once under its final outcome.' });

/** The body of 200 and 201, and of `GET /v1/runs/{id}`. */
export const runSchema = z
  .object({
    id: uuidSchema,
    duplicate: z.boolean().meta({ description: 'This upload had been stored before; nothing was written.' }),
    job: z.string().nullable(),
    project: z.string().nullable(),
    branch: z.string().nullable(),
    commit: z.string().nullable(),
    run_at: instantSchema,
    tests: runTestsSchema,
    seconds: z
      .object({
        sum: secondsSchema.meta({ description: 'Durations of the final attempts, added up.' }),
        wall: secondsSchema.meta({ description: 'Last stop minus first start.' }),
      })
      .meta({ id: 'RunSeconds' }),
    complete: z.boolean().meta({ description: 'The stream was not cut, no test left unfinished, nothing damaged.' }),
    damage: z.array(damageSchema).meta({ description: 'The first 100 damaged places.' }),
    metadata: z.record(z.string(), z.string()),
    artifacts: z.string().nullable(),
  })
  .meta({ id: 'Run' });

export type RunBody = z.infer<typeof runSchema>;
