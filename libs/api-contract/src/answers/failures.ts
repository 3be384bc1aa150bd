import { z } from 'zod';
import { cursorSchema, countSchema, instantSchema, secondsSchema, uuidSchema } from '../shared';
import { answerList, nameSchema, noteSchema, testKeySchema, testNameSchema } from './answer-list';

export const recentFailureSchema = z
  .object({
    at: instantSchema.meta({ description: 'When the run began.' }),
    id: testKeySchema,
    test: testNameSchema,
    run: uuidSchema,
    job: nameSchema,
    branch: nameSchema,
    outcome: z.string().meta({ description: 'failed, uxsuccess, unfinished, or flaky.' }),
    message: z.string().nullable(),
    artifacts: z.string().nullable(),
  })
  .meta({ id: 'RecentFailure' });

export const recentFailuresSchema = answerList('RecentFailureList', recentFailureSchema, {});

const comparedRunSchema = z
  .object({
    id: uuidSchema,
    run_at: instantSchema,
    result: z.string(),
    job: nameSchema,
    project: nameSchema,
    branch: nameSchema,
    tests: countSchema,
    failed: countSchema,
    flaky: countSchema,
    skipped: countSchema,
    seconds: secondsSchema.nullable(),
    note: noteSchema,
  })
  .meta({ id: 'ComparedRun' });

export const comparedTestSchema = z
  .object({
    id: testKeySchema,
    test: testNameSchema,
    change: z.string(),
    before: z.string().nullable().meta({ description: 'How it ended; null: it was not in this run.' }),
    after: z.string().nullable(),
    seconds_before: secondsSchema.nullable(),
    seconds_after: secondsSchema.nullable(),
    difference: secondsSchema.nullable().meta({ description: 'Seconds after minus seconds before.' }),
  })
  .meta({ id: 'ComparedTest' });

/** `GET /v1/runs/{a}/compare/{b}`. */
export const comparisonSchema = z
  .object({
    before: comparedRunSchema,
    after: comparedRunSchema,
    changes: z
      .array(z.object({ change: z.string(), tests: countSchema, difference: secondsSchema.nullable() }))
      .meta({ description: 'How many tests changed in which way, the news first.' }),
    items: z.array(comparedTestSchema),
    next: cursorSchema.nullable(),
  })
  .meta({ id: 'Comparison' });

export type RecentFailure = z.infer<typeof recentFailureSchema>;
export type RecentFailuresBody = z.infer<typeof recentFailuresSchema>;
export type ComparedRun = z.infer<typeof comparedRunSchema>;
export type ComparedTest = z.infer<typeof comparedTestSchema>;
export type ComparisonBody = z.infer<typeof comparisonSchema>;
