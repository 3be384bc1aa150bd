import { z } from 'zod';
import { countParameter } from '../answers/answer-query';

const MAX_ENTRIES = 100;
const MAX_DAYS = 366;

export const feedQuerySchema = z.strictObject({
  days: countParameter({ min: 1, max: MAX_DAYS })
    .default(30)
    .meta({ description: `Failed runs of the last days, 1 to ${MAX_DAYS}. Default: 30.` }),
  limit: countParameter({ min: 1, max: MAX_ENTRIES })
    .default(20)
    .meta({ description: `The newest so many, 1 to ${MAX_ENTRIES}. Default: 20.` }),
});

export type FeedQuery = z.output<typeof feedQuerySchema>;
