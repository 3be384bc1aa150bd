import type { Database } from '../connection/database';
import { finishReset, isResetUnderWay } from '../rebuild/reset-rollups';
import { rollUpBatch, type BatchOptions, type BatchResult } from './roll-up-batch';

/** Rolls up the next batch; before that it finishes a rebuild that somebody began and did not live to finish. The lease must be held. */
export async function rollUpNext(database: Database, holder: string, options: BatchOptions): Promise<BatchResult> {
  if (await database.session(isResetUnderWay)) await finishReset(database);
  return rollUpBatch(database, holder, options);
}
