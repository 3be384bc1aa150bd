import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const endpointsSchema = z.looseObject({ ingest: z.string(), database: z.string() });

export type Endpoints = z.output<typeof endpointsSchema>;

/** Where a running `npm start` of this directory listens; `null` where there is none. */
export function readEndpoints(env: NodeJS.ProcessEnv): Endpoints | null {
  try {
    const file = join(env['TESTMETRICS_DATA_DIR'] || '.data', 'endpoints.json');
    return endpointsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Nothing is running from here; the caller says what can be done.
    return null;
  }
}
