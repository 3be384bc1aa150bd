'use strict';

const { pluginProjects } = require('./apps/grafana-plugin/jest.projects.js');
const { preset } = require('./jest.preset.js');

const { maxWorkers, testSequencer, ...shared } = preset;

const unit = {
  ...shared,
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: [...preset.testPathIgnorePatterns, '\\.(int|e2e)\\.test\\.tsx?$'],
};

/** Tests without input or output: `npx jest -c jest.unit.config.js libs/domain`. */
module.exports = {
  maxWorkers,
  testSequencer,
  projects: [
    { ...unit, testPathIgnorePatterns: [...unit.testPathIgnorePatterns, '<rootDir>/apps/grafana-plugin/'] },
    // Grafana's libraries want another React than the preview's, and its components a page.
    ...pluginProjects(unit),
  ],
};
