export { buildRun, replayable, TEST_EPOCH_MICROS, type RunSpec, type TestSpec } from './build-run';
export { openTestDatabase, type OpenTestDatabase } from './open-test-database';
