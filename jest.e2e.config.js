'use strict';

const { preset } = require('./jest.preset.js');

/** Tests of the built product from outside: build first, then `npx jest -c jest.e2e.config.js e2e/stack`. */
module.exports = {
  ...preset,
  testMatch: ['**/*.e2e.test.ts'],
  testTimeout: 120_000,
  runner: '<rootDir>/jest.e2e.runner.js',
  // Each file starts a whole stack of processes: more than two at a time would wait for memory.
  maxWorkers: 2,
};
