import { parseInstant } from '@testmetrics/domain';
import { z } from 'zod';

const MAX_PAGE = 500;
const NAME_LENGTH = 4000;
const MAX_NAMES = 100;

/** A whole number in a query. */
export function countParameter({ min, max }: { readonly min: number; readonly max: number }) {
  return z
    .string()
    .regex(/^\d{1,9}$/, `expected a whole number from ${min} to ${max}`)
    .transform(Number)
    .pipe(z.int().min(min, `expected at least ${min}`).max(max, `expected at most ${max}`));
}

const nameParameter = z.string().max(NAME_LENGTH, `expected at most ${NAME_LENGTH} characters`);

/** A name that may be given several times. */
const namesParameter = z.array(nameParameter).max(MAX_NAMES, `expected at most ${MAX_NAMES} values`);

const EXPECTED_TIME =
  'expected ISO 8601 with a zone, from 1970 on, such as 2026-09-01T03:17:00Z (a + in a URL is written %2B)';

/** A time in a query, read as microseconds since 1970. */
export const timeParameter = z
  .string()
  .transform((text, context): number => {
    const micros = parseInstant(text);
    if (micros !== null && micros >= 0 && Number.isSafeInteger(micros)) return micros;
    context.issues.push({ code: 'custom', message: EXPECTED_TIME, input: text, params: { code: 'bad_time' } });
    return z.NEVER;
  })
  .meta({ examples: ['2026-09-01T03:17:00Z'] });

/** Which runs a question is about, and which range. */
export const FILTER_PARAMETERS = {
  job: namesParameter.optional().meta({ description: 'Only of these jobs; an empty one: of runs that named none.' }),
  project: namesParameter.optional().meta({ description: 'Only of these projects.' }),
  branch: namesParameter.optional().meta({ description: 'Only of these branches.' }),
  since: timeParameter
    .optional()
    .meta({ description: 'From this time on, ISO 8601 with a zone. Default: 30 days before until.' }),
  until: timeParameter.optional().meta({ description: 'Before this time. Default: the end of the current minute.' }),
} as const;

/** How a list comes. */
export const LIST_PARAMETERS = {
  limit: countParameter({ min: 1, max: MAX_PAGE })
    .default(100)
    .meta({ description: `Items a page, 1 to ${MAX_PAGE}.` }),
  cursor: z
    .string()
    .max(16_384, 'expected the `next` of the page before')
    .optional()
    .meta({ description: 'The `next` of the page before; the other parameters as they were.' }),
  format: z
    .enum(['json', 'csv'], 'expected json or csv')
    .optional()
    .meta({ description: 'csv: the items as CSV; the header Accept does the same. Default: json.' }),
} as const;

/** Which tests a list is about. */
export const TEST_PARAMETERS = {
  prefix: nameParameter.optional().meta({ description: 'Only tests whose name begins with this.' }),
  search: nameParameter.optional().meta({ description: 'Only tests whose name contains this; case matters.' }),
  pattern: nameParameter
    .optional()
    .meta({ description: 'Only tests whose name matches this regular expression, read by MySQL or MariaDB.' }),
} as const;

/** A list of jobs, projects, keys or values. */
export const listQuerySchema = z.strictObject({ ...FILTER_PARAMETERS, ...LIST_PARAMETERS });

export const listTestsQuerySchema = z.strictObject({ ...FILTER_PARAMETERS, ...TEST_PARAMETERS, ...LIST_PARAMETERS });

/** Of lists of tests ranked by a figure. */
export const rankedTestsQuerySchema = z.strictObject({
  ...FILTER_PARAMETERS,
  ...TEST_PARAMETERS,
  min_runs: minRuns('Leaves out tests that ran less often. Default: none.'),
  ...LIST_PARAMETERS,
});

export const neverFailingQuerySchema = z.strictObject({
  ...FILTER_PARAMETERS,
  ...TEST_PARAMETERS,
  min_runs: minRuns('Leaves out tests that ran less often: they may as well have had no time to fail. Default: 10.'),
  ...LIST_PARAMETERS,
});

/** What is about one thing that the path names, in a range. */
export const testQuerySchema = z.strictObject({ ...FILTER_PARAMETERS });

/** Of a job, which the path names. */
export const jobQuerySchema = z.strictObject({
  project: FILTER_PARAMETERS.project,
  branch: FILTER_PARAMETERS.branch,
  since: FILTER_PARAMETERS.since,
  until: FILTER_PARAMETERS.until,
  ...LIST_PARAMETERS,
});

export const jobTestsQuerySchema = jobQuerySchema.extend(TEST_PARAMETERS);

/** Outcomes that count as a failure, and so can be asked for one by one. */
export const FAILURE_STATUSES = ['fail', 'uxsuccess', 'inprogress', 'unknown'] as const;

export const recentFailuresQuerySchema = z.strictObject({
  ...FILTER_PARAMETERS,
  ...TEST_PARAMETERS,
  status: z
    .array(z.enum(FAILURE_STATUSES, `expected one of ${FAILURE_STATUSES.join(', ')}`))
    .optional()
    .meta({ description: 'Only failures with one of these final statuses. Default: all.' }),
  ...LIST_PARAMETERS,
});

/** Which tests of two runs are listed. */
export const COMPARE_SHOWS = ['changed', 'outcome', 'failing', 'duration', 'all'] as const;

export const compareRunsQuerySchema = z.strictObject({
  ...TEST_PARAMETERS,
  show: z
    .enum(COMPARE_SHOWS, `expected one of ${COMPARE_SHOWS.join(', ')}`)
    .default('changed')
    .meta({
      description:
        'changed: whatever differs; outcome: not what is only slower or faster; failing: failing before or after.',
    }),
  ...LIST_PARAMETERS,
});

function minRuns(description: string) {
  return countParameter({ min: 0, max: 1_000_000_000 }).optional().meta({ description });
}

export type ListQuery = z.output<typeof listQuerySchema>;
export type ListTestsQuery = z.output<typeof listTestsQuerySchema>;
export type RankedTestsQuery = z.output<typeof rankedTestsQuerySchema>;
export type NeverFailingQuery = z.output<typeof neverFailingQuerySchema>;
export type TestQuery = z.output<typeof testQuerySchema>;
export type JobQuery = z.output<typeof jobQuerySchema>;
export type JobTestsQuery = z.output<typeof jobTestsQuerySchema>;
export type RecentFailuresQuery = z.output<typeof recentFailuresQuerySchema>;
export type CompareRunsQuery = z.output<typeof compareRunsQuerySchema>;
