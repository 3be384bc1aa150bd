import { z } from 'zod';
import { countSchema, cursorSchema, instantSchema } from '../shared';

/** The range that was asked about, as it was read. */
export const RANGE_FIELDS = {
  since: instantSchema.meta({ description: 'What is answered is about the time from here on …' }),
  until: instantSchema.meta({ description: '… and before this.' }),
} as const;

/** A page of a list that answers a question about a range. */
export function answerList<Item extends z.ZodObject, Others extends z.ZodRawShape>(
  id: string,
  item: Item,
  others: Others,
) {
  return z.object({ ...RANGE_FIELDS, ...others, items: z.array(item), next: cursorSchema.nullable() }).meta({ id });
}

/** A share from 0 to 1. */
export const rateSchema = z.number().min(0).max(1);

export const testKeySchema = z
  .int()
  .meta({ description: "The test's number in this database; a path takes it instead of the name." });

export const testNameSchema = z
  .string()
  .meta({ description: "The test's name, the same in every run; in lists its first 1,000 characters." });

export const noteSchema = z
  .string()
  .nullable()
  .meta({ description: 'What to be careful about, such as "only 3 runs".' });

export const nameSchema = z.string().nullable().meta({ description: 'null: the run named none.' });

/** What a rate stands on. */
export const runsSchema = countSchema.meta({ description: 'Passed and failed together; skips are in no rate.' });
