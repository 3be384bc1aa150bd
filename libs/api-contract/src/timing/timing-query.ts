import { z } from 'zod';
import { FILTER_PARAMETERS } from '../answers/answer-query';

export const TIMING_STATISTICS = ['median', 'mean', 'p90', 'last'] as const;

export const TIMING_FORMATS = ['stream', 'json', 'dbm'] as const;

/** More workers than any runner starts. */
export const MAX_WORKERS = 1000;

const COUNT = `expected a whole number from 1 to ${MAX_WORKERS}`;

const countParameter = z
  .string(COUNT)
  .regex(/^\d{1,9}$/, COUNT)
  .transform(Number)
  .pipe(z.int().min(1, COUNT).max(MAX_WORKERS, COUNT));

/** Which durations are meant. */
const TIMING_PARAMETERS = {
  job: z
    .string('expected the name of a job: tests of other jobs would be seeded too')
    .max(4000, 'expected at most 4000 characters')
    .meta({ description: 'The job; an empty one: runs that named none.' }),
  project: FILTER_PARAMETERS.project,
  branch: FILTER_PARAMETERS.branch,
  since: FILTER_PARAMETERS.since.meta({
    description: 'Of runs from this time on, ISO 8601 with a zone. Default: 30 days before the newest of them.',
  }),
  statistic: z
    .enum(TIMING_STATISTICS, `expected one of ${TIMING_STATISTICS.join(', ')}`)
    .default('median')
    .meta({ description: 'What is made of the newest 20 durations of a test.' }),
} as const;

export const timingQuerySchema = z.strictObject({
  ...TIMING_PARAMETERS,
  format: z
    .enum(TIMING_FORMATS, `expected one of ${TIMING_FORMATS.join(', ')}`)
    .default('stream')
    .meta({
      description:
        'stream: subunit v2, for `stestr load` and `testr load`. dbm: a tar of times.dbm.dat and times.dbm.dir, to be unpacked in .stestr or .testrepository.',
    }),
});

export const splitQuerySchema = z.strictObject({
  ...TIMING_PARAMETERS,
  workers: countParameter.meta({ description: `Among how many, 1 to ${MAX_WORKERS}.` }),
  worker: countParameter.optional().meta({ description: 'Only the share of this one, from 1.' }),
  group: z
    .enum(['test', 'class'], 'expected test or class')
    .default('test')
    .meta({ description: 'What stays together on one worker.' }),
  format: z
    .enum(['json', 'text'], 'expected json or text')
    .default('json')
    .meta({ description: 'text: the ids of one worker, one a line.' }),
});

/** The formats of means over all jobs. */
export const AVERAGE_TIMING_FORMATS = ['subunit2', 'subunit1'] as const;

export const averageTimingQuerySchema = z.strictObject({
  format: z
    .enum(AVERAGE_TIMING_FORMATS, `expected one of ${AVERAGE_TIMING_FORMATS.join(', ')}`)
    .default('subunit2')
    .meta({ description: 'Version of the stream; `stestr load` and `testr load` take subunit2.' }),
});

export type TimingQuery = z.output<typeof timingQuerySchema>;
export type SplitQuery = z.output<typeof splitQuerySchema>;
