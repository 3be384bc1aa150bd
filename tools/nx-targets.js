'use strict';

const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * Gives every project the same targets, so that a project's package.json only says what it is:
 * `lint` and `typecheck` for all of them, `build` for those with a `src/main.ts` or a `bundle.mjs`.
 *
 * Caching and inputs stand in nx.json. A target in a project's own package.json wins over these.
 */
exports.createNodesV2 = [
  '{apps/*,libs/*,e2e/*,benchmarks}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = dirname(file);
      return [file, { projects: { [root]: { targets: targetsOf(root, workspaceRoot) } } }];
    }),
];

function targetsOf(root, workspaceRoot) {
  const run = (command) => ({ executor: 'nx:run-commands', options: { command } });
  return {
    lint: run(`eslint --max-warnings 0 ${root}`),
    typecheck: run(`tsc --project ${root}/tsconfig.json`),
    ...(['src/main.ts', 'bundle.mjs'].some((file) => existsSync(join(workspaceRoot, root, file)))
      ? { build: run(`node tools/bundle.mjs ${root}`) }
      : {}),
  };
}
