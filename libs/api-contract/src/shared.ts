import { z } from 'zod';

/** `2026-09-01T03:17:00.000000Z`. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/)
  .meta({ description: 'A time in UTC with microseconds.', examples: ['2026-09-01T03:17:00.000000Z'] });

export const uuidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .meta({ description: 'A UUID in lower case.', examples: ['f81d4fae-7dec-11d0-a765-00a0c91e6bf6'] });

export const countSchema = z.int().min(0);

export const secondsSchema = z.number();

export const cursorSchema = z
  .string()
  .meta({ description: 'Where the next page begins: the `next` of the page before, unchanged.' });
