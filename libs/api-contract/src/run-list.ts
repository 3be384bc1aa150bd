import { z } from 'zod';
import { runSchema } from './run';
import { cursorSchema } from './shared';

/** Newest first. */
export const runListSchema = z
  .object({ items: z.array(runSchema), next: cursorSchema.nullable() })
  .meta({ id: 'RunList' });

export type RunListBody = z.infer<typeof runListSchema>;
