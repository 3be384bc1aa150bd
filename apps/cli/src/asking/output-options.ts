import { z } from 'zod';
import { UsageError } from '../errors';
import { placeFields, placeMistake } from './place';
import type { Place } from './place';
import type { Input } from './read-request';

/** How an answer is shown. */
export interface OutputOptions {
  readonly place: Place;
  readonly form: 'table' | 'json' | 'csv';
  readonly all: boolean;
}

const raw = z.object({
  ...placeFields,
  json: z.boolean().default(false),
  csv: z.boolean().default(false),
  all: z.boolean().default(false),
});

/** @throws {UsageError} */
export function readOutput(input: Input): OutputOptions {
  const parsed = raw.safeParse(input);
  if (!parsed.success) throw new UsageError(parsed.error.issues.map(({ message }) => message).join('\n'));
  const { url, database, json, csv, all } = parsed.data;
  const mistake = json && csv ? 'expected --json or --csv, found both' : placeMistake({ url, database });
  if (mistake !== null) throw new UsageError(mistake);
  return { place: { url, database }, form: json ? 'json' : csv ? 'csv' : 'table', all };
}
