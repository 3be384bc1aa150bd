export { ANSWER_OPERATIONS } from './answer-operations';
export * from './answer-query';
export * from './failures';
export * from './groups-of-runs';
export * from './one-test';
export * from './test-lists';
