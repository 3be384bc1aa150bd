import { z } from 'zod';
import { countParameter, FILTER_PARAMETERS } from '../answers/answer-query';

const MAX_DAYS = 366;
const MAX_LABEL = 60;

/** Of every badge. Its address is fixed where it is shown, so its range ends now and has a length. */
export const badgeQuerySchema = z.strictObject({
  job: FILTER_PARAMETERS.job,
  project: FILTER_PARAMETERS.project,
  branch: FILTER_PARAMETERS.branch,
  days: countParameter({ min: 1, max: MAX_DAYS })
    .default(30)
    .meta({ description: `Of the last days, 1 to ${MAX_DAYS}. Default: 30.` }),
  label: z
    .string()
    .max(MAX_LABEL, `expected at most ${MAX_LABEL} characters`)
    .optional()
    .meta({ description: 'The text on the left. An empty one leaves the left half out.' }),
});

export type BadgeQuery = z.output<typeof badgeQuerySchema>;
