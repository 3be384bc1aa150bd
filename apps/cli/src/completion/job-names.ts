import { listJobs } from '@testmetrics/answers';
import { listQuerySchema } from '@testmetrics/api-contract';
import type { JobListBody } from '@testmetrics/api-contract';
import type { Place } from '../asking/place';
import type { Question } from '../asking/question';
import { readRequest } from '../asking/read-request';
import { withSource } from '../asking/source';
import type { Terminal } from '../terminal/terminal';

/** As many as a page holds; nobody looks through more. */
const MOST_JOBS = 500;

const question: Question<typeof listQuerySchema, JobListBody> = {
  path: () => '/v1/jobs',
  query: listQuerySchema,
  answer: ({ asker }, query) => listJobs(asker, query),
};

/** Jobs that ran in the last 90 days, by name. */
export async function jobNames(place: Place, terminal: Terminal): Promise<readonly string[]> {
  const request = readRequest(question, { limit: MOST_JOBS, since: '90d' }, []);
  const { body } = await withSource(place, terminal, (source) => source.ask(question, request));
  return body.items.flatMap(({ job }) => (job === null || /[\n\r]/.test(job) ? [] : [job])).sort();
}
