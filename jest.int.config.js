'use strict';

const { preset } = require('./jest.preset.js');

/** Tests with a real database, files and sockets: `npx jest -c jest.int.config.js libs/database`. */
module.exports = {
  ...preset,
  testMatch: ['**/*.int.test.ts', '**/*.int.test.tsx'],
  testTimeout: 60_000,
  globalSetup: '<rootDir>/libs/private-database/src/testing/global-setup.ts',
  globalTeardown: '<rootDir>/libs/private-database/src/testing/global-teardown.ts',
};
