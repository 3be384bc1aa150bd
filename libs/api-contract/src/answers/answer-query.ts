import { parseInstant } from '@testmetrics/domain';
import { z } from 'zod';

const MAX_PAGE = 500;
const NAME_LENGTH = 4000;
const MAX_NAMES = 100;

/** A whole number in a query. */
function countParameter({ min, max }: { readonly min: number; readonly max: number }) {
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
const timeParameter = z
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
    .default('json')
    .meta({ description: 'csv: the items as text/csv, also by the header Accept.' }),
} as const;

export const minRunsParameter = countParameter({ min: 0, max: 1_000_000_000 });

/** Of lists of tests ranked by a rate. */
export const rankedTestsQuerySchema = z.strictObject({
  ...FILTER_PARAMETERS,
  min_runs: minRunsParameter
    .optional()
    .meta({ description: 'Leaves out tests that ran less often in the range. Default: none.' }),
  ...LIST_PARAMETERS,
});

export type RankedTestsQuery = z.output<typeof rankedTestsQuerySchema>;
