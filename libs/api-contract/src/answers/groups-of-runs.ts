import { z } from 'zod';
import { countSchema, instantSchema, secondsSchema } from '../shared';
import { answerList, nameSchema, noteSchema, rateSchema } from './answer-list';

const FIGURES = {
  runs: countSchema,
  failed: countSchema,
  failure_rate: rateSchema,
  failure_rate_at_least: rateSchema.meta({ description: 'The lower end of its 95 % interval; the order is by it.' }),
  tests: countSchema.meta({ description: 'Test runs that passed or failed.' }),
} as const;

export const jobSchema = z
  .object({
    job: nameSchema,
    ...FIGURES,
    test_seconds: secondsSchema.meta({ description: 'Spent in tests.' }),
    mean_seconds: secondsSchema.nullable().meta({ description: 'Of a run, on the clock.' }),
    note: noteSchema,
  })
  .meta({ id: 'Job' });

export const projectSchema = z
  .object({
    project: nameSchema,
    ...FIGURES,
    test_seconds: secondsSchema,
    mean_seconds: secondsSchema.nullable(),
    note: noteSchema,
  })
  .meta({ id: 'Project' });

export const metadataKeySchema = z
  .object({
    key: z.string(),
    runs: countSchema.meta({ description: 'Of the newest 5,000 in the range that carry it.' }),
    values: countSchema.meta({ description: 'Different ones among them.' }),
    newest_run: instantSchema,
  })
  .meta({ id: 'MetadataKey' });

export const metadataValueSchema = z
  .object({
    value: nameSchema.meta({ description: 'null: of runs without this key.' }),
    jobs: countSchema,
    ...FIGURES,
    mean_seconds: secondsSchema.nullable(),
    newest_run: instantSchema.nullable(),
    note: noteSchema,
  })
  .meta({ id: 'MetadataValue' });

export const jobTrendPointSchema = z
  .object({
    at: instantSchema.meta({ description: 'The beginning of a stretch of time: 5 minutes to a month, by the range.' }),
    runs: countSchema,
    failed: countSchema,
    failure_rate: rateSchema.nullable(),
    mean_seconds: secondsSchema.nullable(),
    tests: countSchema,
    failed_tests: countSchema,
    test_failure_rate: rateSchema.nullable(),
    test_seconds: secondsSchema.nullable(),
  })
  .meta({ id: 'JobTrendPoint' });

export const jobListSchema = answerList('JobList', jobSchema, {});
export const projectListSchema = answerList('ProjectList', projectSchema, {});
export const metadataKeyListSchema = answerList('MetadataKeyList', metadataKeySchema, {});
export const metadataValueListSchema = answerList('MetadataValues', metadataValueSchema, { key: z.string() });
export const jobTrendSchema = answerList('JobTrend', jobTrendPointSchema, { job: z.string() });

export type Job = z.infer<typeof jobSchema>;
export type JobListBody = z.infer<typeof jobListSchema>;
export type Project = z.infer<typeof projectSchema>;
export type ProjectListBody = z.infer<typeof projectListSchema>;
export type MetadataKeyListBody = z.infer<typeof metadataKeyListSchema>;
export type MetadataValueListBody = z.infer<typeof metadataValueListSchema>;
export type JobTrendPoint = z.infer<typeof jobTrendPointSchema>;
export type JobTrendBody = z.infer<typeof jobTrendSchema>;
