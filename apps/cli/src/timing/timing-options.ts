import { MAX_WORKERS, TIMING_STATISTICS } from '@testmetrics/api-contract';
import { parseInstant } from '@testmetrics/domain';
import { z } from 'zod';
import type { Flag } from '../command';
import { httpUrl } from '../http-url';
import { DEFAULT_URL } from '../upload/upload-options';

/** Which durations are meant, and who is asked for them. */
export const timingFlags: readonly Flag[] = [
  { flags: '-j, --job <job>', describe: 'the job whose tests are meant' },
  { flags: '-p, --project <project>', describe: 'only runs of this project', repeatable: true },
  { flags: '-b, --branch <branch>', describe: 'only runs of this branch', repeatable: true },
  { flags: '--since <time>', describe: 'only runs since then (default: 30 days before the newest)' },
  {
    flags: '-s, --statistic <statistic>',
    describe: 'what is made of the newest durations (default: median)',
    choices: TIMING_STATISTICS,
  },
  { flags: '--url <url>', describe: `the ingest service (default: TESTMETRICS_URL, else ${DEFAULT_URL})` },
  { flags: '--database <url>', describe: 'straight from the database instead: mysql://user:password@host/database' },
];

/** Options of `timingFlags`. */
export const timingFields = {
  job: z.string('expected --job: tests of other jobs would be seeded too').optional(),
  project: z.array(z.string()).optional(),
  branch: z.array(z.string()).optional(),
  since: z
    .string()
    .refine((text) => parseInstant(text) !== null, {
      error: (issue) =>
        `--since: expected ISO 8601 with a zone, as 2026-09-01T03:17:00Z, found ${JSON.stringify(issue.input)}`,
    })
    .optional(),
  statistic: z.enum(TIMING_STATISTICS).default('median'),
  url: httpUrl('--url').optional(),
  database: z.string().optional(),
} as const;

/** What asks the service or the database. */
export interface TimingSource {
  readonly job: string;
  readonly project?: string[] | undefined;
  readonly branch?: string[] | undefined;
  readonly since?: string | undefined;
  readonly statistic: (typeof TIMING_STATISTICS)[number];
  readonly url?: string | undefined;
  readonly database?: string | undefined;
}

/** Says what is wrong with the options together. */
export function sourceMistake({ url, database }: Pick<TimingSource, 'url' | 'database'>): string | null {
  return url !== undefined && database !== undefined ? 'expected --url or --database, found both' : null;
}

export function workerCount(option: string) {
  const message = `${option}: expected a whole number from 1 to ${MAX_WORKERS}`;
  return z.coerce.number(message).int(message).min(1, message).max(MAX_WORKERS, message);
}
