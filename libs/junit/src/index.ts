export { JunitDecoder } from './junit-decoder';
export type { JunitDecoderOptions } from './junit-decoder';
export { JunitWriter, junitWriter } from './junit-writer';
export type { JunitWriterOptions } from './junit-writer';
export { reportFormat } from './report-format';
export type { ReportAttempt, ReportFile, ReportSuite, ReportTest } from './report-to-write';
export { RunDecoder } from './run-decoder';
export type { RunFormat } from './run-decoder';
export { XmlText } from './xml-text';
