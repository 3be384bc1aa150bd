import { z } from 'zod';
import { httpUrl } from '../http-url';
import { instantOption } from '../time/instant-option';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const metaPair = z
  .string()
  .refine((pair) => pair.indexOf('=') > 0, {
    error: (issue) => `--meta: expected KEY=VALUE, found ${quote(issue.input)}`,
  })
  .transform((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);

export const uploadOptions = z
  .object({
    files: z.array(z.string()).min(1),
    url: httpUrl('--url').optional(),
    token: z.string().optional(),
    meta: z.array(metaPair).default([]),
    runId: z
      .string()
      .regex(UUID, { error: (issue) => `--run-id: expected a UUID, found ${quote(issue.input)}` })
      .optional(),
    runAt: instantOption('--run-at').optional(),
    artifacts: httpUrl('--artifacts').optional(),
    retries: z.coerce
      .number({ error: '--retries: expected a number from 0 to 100' })
      .int('--retries: expected a whole number')
      .min(0, '--retries: expected 0 or more')
      .max(100, '--retries: expected at most 100')
      .default(8),
    json: z.boolean().default(false),
  })
  .refine(({ files, runId }) => runId === undefined || files.length === 1, {
    error: '--run-id names one run, but several files were given: upload them one by one, or leave --run-id out',
  })
  .refine(({ files }) => files.filter((file) => file === '-').length <= 1, {
    error: 'standard input (-) can be read only once',
  });

export type UploadOptions = z.output<typeof uploadOptions>;

function quote(value: unknown): string {
  return JSON.stringify(value);
}

/** The address that a run is posted to. */
export function runsUrl(base: string, { meta, runId, runAt, artifacts }: UploadOptions): URL {
  const url = new URL(`${base.replace(/\/+$/, '')}/v1/runs`);
  for (const [key, value] of meta) url.searchParams.append(`meta.${key}`, value);
  if (runId !== undefined) url.searchParams.set('run_id', runId);
  if (runAt !== undefined) url.searchParams.set('run_at', runAt);
  if (artifacts !== undefined) url.searchParams.set('artifacts', artifacts);
  return url;
}
