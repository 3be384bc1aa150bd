export { corpusDirectory } from './corpus-directory';
export type { ExpectedEvent } from './expected-event';
export type { ExpectedDetail, ExpectedOutcome, ExpectedOutcomes } from './expected-outcomes';
export { REFERENCE_SCHEMA } from './reference-schema';
export { malformedStreams, readMalformed, readMalformedEvents, type MalformedStream } from './malformed';
export {
  corpusStream,
  corpusStreams,
  flakyRuns,
  readConvertedV1,
  readExpectedEvents,
  readExpectedOutcomes,
  readStream,
  type CorpusStream,
} from './streams';
export { numberVectors, subunitVectors, type SubunitVector } from './vectors';
