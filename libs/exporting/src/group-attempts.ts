import type { ExportedAttempt } from '@testmetrics/database';

/** Pages of attempts as pages of tests with all their attempts. */
export async function* groupAttempts(
  pages: AsyncIterable<readonly ExportedAttempt[]>,
): AsyncGenerator<readonly (readonly ExportedAttempt[])[]> {
  let open: ExportedAttempt[] = [];
  for await (const page of pages) {
    const tests: ExportedAttempt[][] = [];
    for (const attempt of page) {
      open.push(attempt);
      if (attempt.number < attempt.test.attempts) continue;
      tests.push(open);
      open = [];
    }
    yield tests;
  }
}
