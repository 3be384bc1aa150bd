export * from './answers';
export { badgeQuerySchema } from './badges/badge-query';
export type { BadgeQuery } from './badges/badge-query';
export { feedQuerySchema } from './feeds/feed-query';
export type { FeedQuery } from './feeds/feed-query';
export { GRAPH_STEPS, graphSchema } from './graphs/graph';
export type { GraphBody, GraphBodyOf, GraphBox, GraphStep } from './graphs/graph';
export {
  DEFAULT_GRAPH_LIMIT,
  GRAPH_NAMES,
  GRAPH_SUBJECTS,
  MAX_GRAPH_LIMIT,
  ROLLING,
  type GraphName,
  type GraphSubject,
} from './graphs/graph-names';
export { graphQuerySchema } from './graphs/graph-query';
export type { GraphQuery } from './graphs/graph-query';
export { aliveSchema, readySchema } from './health';
export type { ReadyBody } from './health';
export { isListParameter } from './is-list';
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
export { splitSchema, timingSchema } from './timing/timing';
export type { SplitBody, TimedTest, TimingBody, WorkerShareBody } from './timing/timing';
export {
  AVERAGE_TIMING_FORMATS,
  averageTimingQuerySchema,
  MAX_WORKERS,
  splitQuerySchema,
  TIMING_FORMATS,
  TIMING_STATISTICS,
  timingQuerySchema,
} from './timing/timing-query';
export type { SplitQuery, TimingQuery } from './timing/timing-query';
