import { z } from 'zod';
import { timeParameter } from './answers/answer-query';
import { ATTEMPT_STATUS_NAMES } from './run-tests-list';

const MAX_PAGE = 500;
const NAME_LENGTH = 4096;

/** A whole number in a query. */
const limitSchema = z
  .string()
  .regex(/^\d{1,6}$/, `expected a whole number from 1 to ${MAX_PAGE}`)
  .transform(Number)
  .pipe(z.int().min(1, 'expected at least 1').max(MAX_PAGE, `expected at most ${MAX_PAGE}`))
  .default(100)
  .meta({ description: `Items a page, 1 to ${MAX_PAGE}.` });

/** The form of a list; the header Accept says the same. */
const formatSchema = z
  .enum(['json', 'csv'], 'expected json or csv')
  .optional()
  .meta({ description: 'csv: the items as CSV; the header Accept does the same. Default: json.' });

const nameSchema = z.string().max(NAME_LENGTH, `expected at most ${NAME_LENGTH} characters`);

const timeSchema = z.string().meta({ description: 'ISO 8601 with a zone.', examples: ['2026-09-01T03:17:00Z'] });

/** What a client may say of its run; besides these, any number of `meta.KEY=VALUE`. */
export const uploadQuerySchema = z.strictObject({
  run_id: z.string().optional().meta({ description: "The run's UUID; derived from the upload where absent." }),
  run_at: timeSchema
    .optional()
    .meta({ description: 'Where absent: the start of the earliest test, else the time of reception.' }),
  artifacts: z.string().max(65_535).optional().meta({ description: 'http or https URL of the logs of the run.' }),
});

export const listRunsQuerySchema = z.strictObject({
  job: nameSchema.optional(),
  project: nameSchema.optional(),
  branch: nameSchema.optional(),
  since: timeParameter.optional().meta({ description: 'Runs at or after this time.' }),
  until: timeParameter.optional().meta({ description: 'Runs before this time.' }),
  limit: limitSchema,
  format: formatSchema,
  cursor: z.string().max(1024).optional().meta({ description: 'The `next` of the page before.' }),
});

export const listRunTestsQuerySchema = z.strictObject({
  status: z
    .enum(ATTEMPT_STATUS_NAMES, `expected one of ${ATTEMPT_STATUS_NAMES.join(', ')}`)
    .optional()
    .meta({ description: 'Only tests with this final status.' }),
  limit: limitSchema,
  format: formatSchema,
  cursor: z.string().max(1024).optional().meta({ description: 'The `next` of the page before.' }),
});

/** The forms in which a run comes back. */
export const STREAM_FORMATS = ['subunit2', 'subunit1', 'junit', 'json', 'csv'] as const;

export const streamRunQuerySchema = z.strictObject({
  format: z
    .enum(STREAM_FORMATS, `expected one of ${STREAM_FORMATS.join(', ')}`)
    .default('subunit2')
    .meta({ description: 'subunit2 and json hold everything that is stored; the others what they can say.' }),
});

export type UploadQuery = z.output<typeof uploadQuerySchema>;
export type ListRunsQuery = z.output<typeof listRunsQuerySchema>;
export type ListRunTestsQuery = z.output<typeof listRunTestsQuerySchema>;
