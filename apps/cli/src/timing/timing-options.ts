import { MAX_WORKERS, TIMING_STATISTICS } from '@testmetrics/api-contract';
import { z } from 'zod';
import type { Flag } from '../command';
import { placeFields, placeFlags } from '../asking/place';
import { SINCE_FLAG, timeOption } from '../time/time-option';

/** Which durations are meant, and who is asked for them. */
export const timingFlags: readonly Flag[] = [
  { flags: '-j, --job <job>', describe: 'the job whose tests are meant' },
  { flags: '-p, --project <project>', describe: 'only runs of this project', repeatable: true },
  { flags: '-b, --branch <branch>', describe: 'only runs of this branch', repeatable: true },
  { ...SINCE_FLAG, describe: `${SINCE_FLAG.describe} (default: 30 days before the newest run)` },
  {
    flags: '-s, --statistic <statistic>',
    describe: 'what is made of the newest durations (default: median)',
    choices: TIMING_STATISTICS,
  },
  ...placeFlags,
];

/** Options of `timingFlags`. */
export const timingFields = {
  job: z.string('expected --job: tests of other jobs would be seeded too').optional(),
  project: z.array(z.string()).optional(),
  branch: z.array(z.string()).optional(),
  since: timeOption('--since').optional(),
  statistic: z.enum(TIMING_STATISTICS).default('median'),
  ...placeFields,
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

export function workerCount(option: string) {
  const message = `${option}: expected a whole number from 1 to ${MAX_WORKERS}`;
  return z.coerce.number(message).int(message).min(1, message).max(MAX_WORKERS, message);
}
