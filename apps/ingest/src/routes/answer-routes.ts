import type { ReadGate } from '../stores/read-gate';
import type { AnswerRoutes } from './answer-route';
import { compareRoutes } from './compare/compare-routes';
import { failureRoutes } from './failures/failure-routes';
import { graphRoutes } from './graphs/graph-routes';
import { jobRoutes } from './jobs/job-routes';
import { metadataRoutes } from './metadata/metadata-routes';
import { testRoutes } from './tests/test-routes';

/** Every question that HTTP clients can ask. */
export function answerRoutes(reads: ReadGate): AnswerRoutes {
  return {
    ...jobRoutes(reads),
    ...metadataRoutes(reads),
    ...testRoutes(reads),
    ...compareRoutes(reads),
    ...failureRoutes(reads),
    ...graphRoutes(reads),
  };
}
