import { z } from 'zod';
import type { Flag } from '../command';
import { httpUrl } from '../http-url';
import { URL_FLAG } from '../service-url';

/** Who is asked: the service, or the database itself. */
export const placeFlags: readonly Flag[] = [
  URL_FLAG,
  {
    flags: '--database <url>',
    describe: 'straight from the database instead: mysql://user:password@host:port/database',
  },
];

/** Options of `placeFlags`. */
export const placeFields = {
  url: httpUrl('--url').optional(),
  database: z.string().optional(),
} as const;

export interface Place {
  readonly url?: string | undefined;
  /** Wins over the service. */
  readonly database?: string | undefined;
}

/** Says what is wrong with the options together. */
export function placeMistake({ url, database }: Place): string | null {
  return url !== undefined && database !== undefined ? 'expected --url or --database, found both' : null;
}
