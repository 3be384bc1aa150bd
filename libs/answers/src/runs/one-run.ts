import type { RunBody } from '@testmetrics/api-contract';
import type { RunReadModel } from '@testmetrics/database';
import { presentRun } from './present-run';
import { readRunId, runNotFound } from './run-id';

/**
 * `GET /v1/runs/{id}`.
 *
 * @throws {AppError} 400 or 404
 */
export async function oneRun(runs: Pick<RunReadModel, 'findByUuid'>, run: string): Promise<RunBody> {
  const id = readRunId(run);
  const found = await runs.findByUuid(id);
  if (found === null) throw runNotFound(id);
  return presentRun(found, { duplicate: false });
}
