import type { RecentFailure, RecentFailuresBody, RecentFailuresQuery } from '@testmetrics/api-contract';
import type { Asker, Row } from '../asking/asker';
import { filterFields, testFields } from '../filters';
import type { WithMetadata } from '../filters';
import { askPage } from '../paging/ask-page';
import { readName, readNameWithoutKey } from '../rows/none';
import { readNumber, readText, readTextOrNull, readTime } from '../rows/read-row';

/** `GET /v1/failures/recent`: the newest failures of tests, over all jobs. */
export function recentFailures(asker: Asker, query: WithMetadata<RecentFailuresQuery>): Promise<RecentFailuresBody> {
  const filters = { ...filterFields(query), ...testFields(query), statuses: query.status };
  return askPage(asker, { kind: 'latestFailures', ...filters }, query, toFailure);
}

function toFailure(row: Row): RecentFailure {
  return {
    at: readTime(row, 'time'),
    id: readNumber(row, 'test_key'),
    test: readText(row, 'Test'),
    run: readText(row, 'run_key'),
    job: readName(row, 'Job', 'job_key'),
    branch: readNameWithoutKey(row, 'Branch'),
    outcome: readText(row, 'Outcome'),
    message: readTextOrNull(row, 'Message'),
    artifacts: readTextOrNull(row, 'Logs'),
  };
}
