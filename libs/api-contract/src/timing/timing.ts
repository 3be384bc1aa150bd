import { z } from 'zod';
import { countSchema, instantSchema, secondsSchema } from '../shared';
import { TIMING_STATISTICS } from './timing-query';

/** What was asked for, as it was understood. */
const frame = {
  job: z.string(),
  project: z.array(z.string()).nullable().meta({ description: 'null: all.' }),
  branch: z.array(z.string()).nullable().meta({ description: 'null: all.' }),
  since: instantSchema.meta({ description: 'Runs from then on were used.' }),
  statistic: z.enum(TIMING_STATISTICS),
} as const;

export const timedTestSchema = z
  .object({
    id: z.string().meta({ description: 'As the runner lists it, attributes and all.' }),
    seconds: secondsSchema,
    runs: countSchema.meta({ description: 'Runs that were used, of the newest 20 of each project and branch.' }),
    outcome: z
      .enum(['passed', 'failed', 'skipped'])
      .meta({ description: 'How these runs ended: passes, else failures; skips where it was skipped the last time.' }),
    last_seen: instantSchema,
  })
  .meta({ id: 'TimedTest' });

/** The expected duration of every test of a job, by id. */
export const timingSchema = z.object({ ...frame, items: z.array(timedTestSchema) }).meta({ id: 'Timing' });

export const workerShareSchema = z
  .object({
    worker: z.int().min(1),
    seconds: secondsSchema.meta({ description: 'How long its tests are expected to take together.' }),
    tests: z.array(z.string()),
  })
  .meta({ id: 'WorkerShare' });

/** Tests shared out among workers. */
export const splitSchema = z
  .object({
    ...frame,
    group: z.enum(['test', 'class']),
    workers: z.int().min(1),
    tests: countSchema,
    unknown: countSchema.meta({
      description: 'Tests that have not run yet: for them the median of their class was taken, else of all.',
    }),
    seconds: secondsSchema.meta({ description: 'Of all tests together.' }),
    items: z.array(workerShareSchema).meta({ description: 'A share for each worker, or the one that was asked for.' }),
  })
  .meta({ id: 'Split' });

export type TimedTest = z.infer<typeof timedTestSchema>;
export type TimingBody = z.infer<typeof timingSchema>;
export type WorkerShareBody = z.infer<typeof workerShareSchema>;
export type SplitBody = z.infer<typeof splitSchema>;
