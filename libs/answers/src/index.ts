export type { Asker, AskOptions, Range, Row } from './asking/asker';
export { askerOn, openAsker, type AskerOptions, type OpenAsker } from './asking/open-asker';
export { failingTests } from './tests/failing-tests';
export { splitOf, type SplitRequest } from './timing/split-of';
export { timingBody } from './timing/timing-body';
export { timingDocument, type TimingDocument } from './timing/timing-document';
export { timingOf, type ExpectedTest, type Timing, type TimingRequest } from './timing/timing-of';
