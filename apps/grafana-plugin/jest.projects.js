'use strict';

const { dirname, join } = require('node:path');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');

/** npm packages that ship ES modules only, besides those that create-plugin knows. */
const esModulesOnly = [...grafanaESModules];

/**
 * One React for everything: packages that npm put at the top of the checkout would take the React 19 that lies there,
 * and two of them do not work together.
 */
const react = (name) => dirname(require.resolve(`${name}/package.json`, { paths: [__dirname] }));

/**
 * The tests of this plugin: `x.test.ts` without a page, `x.test.tsx` with one (jsdom, which takes a second a file).
 *
 * Grafana's libraries want a page as soon as they are imported: a test of plain functions that needs @grafana/data
 * begins with the comment `@jest-environment jsdom`.
 *
 * @param {import('jest').Config} shared what all unit tests have in common
 * @returns {import('jest').Config[]}
 */
exports.pluginProjects = (shared) => {
  const common = {
    ...shared,
    roots: ['<rootDir>/apps/grafana-plugin/src'],
    moduleNameMapper: {
      '^react$': react('react'),
      '^react/(.*)$': `${react('react')}/$1`,
      '^react-dom$': react('react-dom'),
      '^react-dom/(.*)$': `${react('react-dom')}/$1`,
      '\\.css$': join(__dirname, 'src/testing/empty-module.js'),
      '^react-inlinesvg$': join(__dirname, '.config/jest/mocks/react-inlinesvg.tsx'),
      '^monaco-editor$': join(__dirname, 'src/testing/empty-module.js'),
    },
    transformIgnorePatterns: [nodeModulesToTransform(esModulesOnly)],
    setupFilesAfterEnv: [join(__dirname, 'src/testing/page-setup.ts')],
  };
  return [
    { ...common, displayName: 'plugin', testMatch: ['**/*.test.ts'] },
    {
      ...common,
      displayName: 'plugin page',
      testMatch: ['**/*.test.tsx'],
      testEnvironment: 'jest-environment-jsdom',
    },
  ];
};
