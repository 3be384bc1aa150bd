export { collect, collectCut, expectedFound, type Collected, type CollectOptions } from './collect';
export { Random } from './random';
export { firstDifference, transcribe, type Transcript } from './same-events';
