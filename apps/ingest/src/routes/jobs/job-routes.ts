import { jobTrend, listJobs, listJobTests, listProjects } from '@testmetrics/answers';
import {
  jobListSchema,
  jobQuerySchema,
  jobTestsQuerySchema,
  jobTrendSchema,
  listQuerySchema,
  projectListSchema,
  testListSchema,
} from '@testmetrics/api-contract';
import type { ReadGate } from '../../stores/read-gate';
import { listRoute } from '../answer-route';
import type { AnswerRoutes } from '../answer-route';

/** Jobs and projects. */
export function jobRoutes(reads: ReadGate): AnswerRoutes {
  const list = { query: listQuerySchema, takesMetadata: true } as const;
  return {
    '/v1/jobs': listRoute(reads, { ...list, reply: jobListSchema, answer: listJobs }),
    '/v1/projects': listRoute(reads, { ...list, reply: projectListSchema, answer: listProjects }),
    '/v1/jobs/:job/trend': listRoute(reads, {
      query: jobQuerySchema,
      takesMetadata: true,
      reply: jobTrendSchema,
      answer: (asker, query, nameOf) => jobTrend(asker, nameOf('job'), query),
    }),
    '/v1/jobs/:job/tests': listRoute(reads, {
      query: jobTestsQuerySchema,
      takesMetadata: true,
      reply: testListSchema,
      answer: (asker, query, nameOf) => listJobTests(asker, nameOf('job'), query),
    }),
  };
}
