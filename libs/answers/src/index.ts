export type { Asker, AskOptions, Range, Row } from './asking/asker';
export { InFlight } from './asking/in-flight';
export { shareQuestions, type SharingAsker } from './asking/share-questions';
export { askerOn, openAsker, type AskerOptions, type OpenAsker } from './asking/open-asker';
export { openReader, type OpenReader } from './asking/open-reader';
export { flakyCount, type FlakyCount } from './badges/flaky-count';
export { lastRun, type LastRun } from './badges/last-run';
export { passRate } from './badges/pass-rate';
export {
  failedRunsFeed,
  type FailedRun,
  type FailedRunsFeed,
  type FeedTest,
  type MetadataPair,
} from './feeds/failed-runs-feed';
export { nameNotFound, strayName, type Dimension, type StrayName } from './names/stray-name';
export type { FilterQuery, WithMetadata } from './filters';
export { recentFailures } from './failures/recent-failures';
export { graphOf } from './graphs/graph-of';
export type { GraphRequest } from './graphs/graph-request';
export { jobTrend } from './jobs/job-trend';
export { listJobs, listProjects } from './jobs/list-jobs';
export { listMetadataKeys, listMetadataValues } from './metadata/list-metadata';
export { compareTwoRuns } from './runs/compare-two-runs';
export { listRunTests } from './runs/list-run-tests';
export { listRuns, type RunReader } from './runs/list-runs';
export { oneRun } from './runs/one-run';
export { presentRun } from './runs/present-run';
export { readRunId, runNotFound } from './runs/run-id';
export { failingTests } from './tests/failing-tests';
export { flakyTests } from './tests/flaky-tests';
export { listJobTests, listTests } from './tests/list-tests';
export { neverFailingTests } from './tests/never-failing-tests';
export { oneTest } from './tests/one-test';
export { slowestTests } from './tests/slowest-tests';
export { testHistory } from './tests/test-history';
export { splitOf, type SplitRequest } from './timing/split-of';
export { timingBody } from './timing/timing-body';
export { timingDocument, type TimingDocument } from './timing/timing-document';
export { timingOf, type ExpectedTest, type Timing, type TimingRequest } from './timing/timing-of';
