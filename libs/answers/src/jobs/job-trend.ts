import type { JobQuery, JobTrendBody, JobTrendPoint } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPageRows, rangeFields } from '../paging/ask-page';
import { readNumber, readNumberOrNull, readTime } from '../rows/read-row';

/** `GET /v1/jobs/{job}/trend`: the figures of a job, a point a stretch of time, the oldest first. */
export async function jobTrend(asker: Asker, job: string, query: WithMetadata<JobQuery>): Promise<JobTrendBody> {
  const asked = { ...query, job: [job] };
  const question = { kind: 'jobHistory', ...filterFields(asked) } as const;
  const { range, rows, next } = await askPageRows(asker, question, asked);
  return { ...rangeFields(range), job, items: rows.map(toPoint), next };
}

function toPoint(row: Row): JobTrendPoint {
  return {
    at: readTime(row, 'time'),
    runs: readNumber(row, 'Runs'),
    failed: readNumber(row, 'Failed'),
    failure_rate: readNumberOrNull(row, 'Failure rate'),
    mean_seconds: readNumberOrNull(row, 'Mean run time'),
    tests: readNumber(row, 'Tests run'),
    failed_tests: readNumber(row, 'Tests failed'),
    test_failure_rate: readNumberOrNull(row, 'Test failure rate'),
    test_seconds: readNumberOrNull(row, 'In tests'),
  };
}
