import { z } from 'zod';
import { cursorSchema, instantSchema } from '../shared';

/** A page of a list that answers a question about a range. */
export function answerList<Item extends z.ZodType>(id: string, item: Item) {
  return z
    .object({
      since: instantSchema.meta({ description: 'The range that was asked about, as it was read: from here on.' }),
      until: instantSchema.meta({ description: 'Before this time.' }),
      items: z.array(item),
      next: cursorSchema.nullable(),
    })
    .meta({ id });
}

/** A share from 0 to 1. */
export const rateSchema = z.number().min(0).max(1);

export const testKeySchema = z
  .int()
  .meta({ description: "The test's number in this database; a path takes it instead of the name." });

export const testNameSchema = z.string().meta({ description: "The test's name, the same in every run." });

export const noteSchema = z
  .string()
  .nullable()
  .meta({ description: 'What to be careful about, such as "only 3 runs".' });
