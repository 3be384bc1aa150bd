import { parseInstant } from '@testmetrics/domain';
import { z } from 'zod';

/** The value of an option that is one instant. */
export function instantOption(option: string) {
  return z.string().refine((text) => parseInstant(text) !== null, {
    error: ({ input }) =>
      `${option}: expected ISO 8601 with a zone, as 2026-09-01T03:17:00Z, found ${JSON.stringify(input)}`,
  });
}
