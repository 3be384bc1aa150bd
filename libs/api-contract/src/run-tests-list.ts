import { z } from 'zod';
import { countSchema, cursorSchema, instantSchema, secondsSchema } from './shared';

export const ATTEMPT_STATUS_NAMES = ['success', 'fail', 'skip', 'xfail', 'uxsuccess', 'inprogress', 'unknown'] as const;

const statusSchema = z.enum(ATTEMPT_STATUS_NAMES);

export const attemptSchema = z
  .object({
    number: countSchema.meta({ description: 'From 1, in the order of their end; the last one decides.' }),
    status: statusSchema,
    start: instantSchema.nullable(),
    stop: instantSchema.nullable().meta({ description: 'Of an unfinished attempt: when it was last seen.' }),
    seconds: secondsSchema.nullable().meta({ description: 'null: unknown, and left out of every sum.' }),
    attrs: z.string().nullable().meta({ description: 'The text of the brackets at the end of the id.' }),
    tags: z.array(z.string()),
    route: z.string().nullable(),
  })
  .meta({ id: 'Attempt' });

export const runTestSchema = z
  .object({
    test: z.string().meta({ description: "The test's name, the same in every run." }),
    status: statusSchema,
    flaky: z.boolean(),
    seconds: secondsSchema.nullable(),
    message: z.string().nullable().meta({ description: "The exception's line of the last failing attempt." }),
    attempts: z.array(attemptSchema),
  })
  .meta({ id: 'RunTest' });

export const runTestsListSchema = z
  .object({ items: z.array(runTestSchema), next: cursorSchema.nullable() })
  .meta({ id: 'RunTestList' });

export type AttemptBody = z.infer<typeof attemptSchema>;
export type RunTestBody = z.infer<typeof runTestSchema>;
export type RunTestsListBody = z.infer<typeof runTestsListSchema>;
