export { rankedTestsQuerySchema } from './answers/answer-query';
export type { RankedTestsQuery } from './answers/answer-query';
export { failingTestsSchema } from './answers/failing-tests';
export type { FailingTest, FailingTestsBody } from './answers/failing-tests';
export { aliveSchema, readySchema } from './health';
export type { ReadyBody } from './health';
export { openApiDocument } from './openapi';
export { OPERATIONS } from './operations';
export type { Operation, Reply } from './operations';
export { PROBLEM_CONTENT_TYPE, problemSchema } from './problem';
export type { ProblemBody } from './problem';
export {
  STREAM_FORMATS,
  listRunTestsQuerySchema,
  listRunsQuerySchema,
  streamRunQuerySchema,
  uploadQuerySchema,
} from './query';
export type { ListRunTestsQuery, ListRunsQuery, UploadQuery } from './query';
export { damageSchema, runSchema } from './run';
export type { RunBody } from './run';
export { runListSchema } from './run-list';
export type { RunListBody } from './run-list';
export { ATTEMPT_STATUS_NAMES, attemptSchema, runTestSchema, runTestsListSchema } from './run-tests-list';
export type { AttemptBody, RunTestBody, RunTestsListBody } from './run-tests-list';
