export { JunitWriter, junitWriter } from './junit-writer';
export type { JunitWriterOptions } from './junit-writer';
export type { ReportAttempt, ReportFile, ReportSuite, ReportTest } from './report-to-write';
