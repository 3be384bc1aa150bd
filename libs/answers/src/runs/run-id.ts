import { normalizeRunId } from '@testmetrics/domain';
import { AppError } from '@testmetrics/runtime';

/** @throws {AppError} 400 */
export function readRunId(text: string): string {
  const id = normalizeRunId(text);
  if (id !== null) return id;
  throw new AppError('bad_run_id', 'This is no id of a run.', {
    status: 400,
    expected: 'a UUID',
    found: JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text),
    action: 'take the id from the reply to the upload, or from /v1/runs',
  });
}

/** The problem that tells a client that there is no such run. */
export function runNotFound(id: string, suggestions: readonly string[] = []): AppError {
  return new AppError('run_not_found', 'There is no run with this id.', {
    status: 404,
    expected: 'the id of a stored run',
    found: id,
    action: 'see /v1/runs for the runs there are',
    suggestions,
  });
}
