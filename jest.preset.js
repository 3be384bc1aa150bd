'use strict';

/** npm packages that ship ES modules only, so that jest has to transform them as it does our own sources. */
const esModulesOnly = ['badge-maker', '@seriousme/openapi-schema-validator'];

/**
 * What the test tiers have in common.
 *
 * The kind of a test is in its file name: `x.test.ts` touches nothing outside the process,
 * `x.int.test.ts` uses a real database, files or sockets, `x.e2e.test.ts` uses the built product from outside.
 *
 * @type {import('jest').Config}
 */
const preset = {
  rootDir: __dirname,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/e2e', '<rootDir>/tools', '<rootDir>/benchmarks'].filter(
    (root) => require('node:fs').existsSync(root.replace('<rootDir>', __dirname)),
  ),
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json'],
  transform: {
    '^.+\\.[cm]?[jt]sx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${['$.', ...esModulesOnly].join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/', '<rootDir>/tmp/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testSequencer: '<rootDir>/jest.sequencer.js',
  maxWorkers: '100%',
};

module.exports = { preset };
