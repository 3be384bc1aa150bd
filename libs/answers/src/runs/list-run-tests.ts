import type { AttemptBody, ListRunTestsQuery, RunTestBody, RunTestsListBody } from '@testmetrics/api-contract';
import type { RunReadModel, RunTest, RunTestAttempt } from '@testmetrics/database';
import { formatMicros } from '@testmetrics/domain';
import { readRunId, runNotFound } from './run-id';

/**
 * `GET /v1/runs/{id}/tests`.
 *
 * @throws {AppError} 400 or 404
 */
export async function listRunTests(
  runs: Pick<RunReadModel, 'tests'>,
  run: string,
  { status, limit, cursor }: ListRunTestsQuery,
): Promise<RunTestsListBody> {
  const id = readRunId(run);
  const page = await runs.tests(id, status === undefined ? {} : { status }, { limit, cursor: cursor ?? null });
  if (page === null) throw runNotFound(id);
  return { items: page.items.map(presentTest), next: page.next };
}

function presentTest({ name, status, flaky, failureMessage, attempts }: RunTest): RunTestBody {
  const seconds = attempts.at(-1)?.seconds ?? null;
  return { test: name, status, flaky, seconds, message: failureMessage, attempts: attempts.map(presentAttempt) };
}

function presentAttempt({ startMicros, stopMicros, routeCode, tags, ...attempt }: RunTestAttempt): AttemptBody {
  return {
    ...attempt,
    start: startMicros === null ? null : formatMicros(startMicros),
    stop: stopMicros === null ? null : formatMicros(stopMicros),
    tags: [...tags],
    route: routeCode,
  };
}
