'use strict';

const { preset } = require('./jest.preset.js');

/** Tests without input or output: `npx jest -c jest.unit.config.js libs/domain`. */
module.exports = {
  ...preset,
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: [...preset.testPathIgnorePatterns, '\\.(int|e2e)\\.test\\.tsx?$'],
};
