import { z } from 'zod';

export const aliveSchema = z.object({ status: z.literal('alive') }).meta({ id: 'Alive' });

export const readySchema = z
  .object({ status: z.literal('ready'), database: z.string(), schema: z.string() })
  .meta({ id: 'Ready' });

export type ReadyBody = z.infer<typeof readySchema>;
