'use strict';

const { preset } = require('./jest.preset.js');

/** Tests of the built product from outside: build first, then `npx jest -c jest.e2e.config.js e2e/stack`. */
module.exports = {
  ...preset,
  testMatch: ['**/*.e2e.test.ts'],
  testTimeout: 120_000,
  // Each test starts whole stacks of processes; two at a time would only measure the machine.
  maxWorkers: 1,
};
