import { builtinModules } from 'node:module';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Who may import whom; the tags stand in each project's package.json. ARCHITECTURE.md explains the layers. */
const LAYERS = [
  {
    sourceTag: 'layer:util',
    onlyDependOnLibsWithTags: ['layer:util'],
    bannedExternalImports: ['express', 'sequelize', 'mysql2', 'react', 'react-dom'],
  },
  // Data access is two projects: the stores, and the server that their tests (and `npm start`) run on.
  {
    sourceTag: 'layer:data',
    onlyDependOnLibsWithTags: ['layer:data', 'layer:util'],
    bannedExternalImports: ['express', 'react', 'react-dom'],
  },
  {
    sourceTag: 'layer:feature',
    onlyDependOnLibsWithTags: ['layer:data', 'layer:util'],
    bannedExternalImports: ['express'],
  },
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['layer:feature', 'layer:data', 'layer:util'] },
  {
    sourceTag: 'layer:e2e',
    onlyDependOnLibsWithTags: ['layer:util', 'scope:test'],
    bannedExternalImports: ['express', 'sequelize'],
  },
  { sourceTag: 'runtime:any', onlyDependOnLibsWithTags: ['runtime:any', 'scope:test'] },
];

const TESTS = ['**/*.test.{ts,tsx}', '**/src/testing/**'];

const NODE_ONLY = 'This library runs in browsers too: no Node built-ins, except below src/node.';

/** Not in Grafana 10.1, or on their way out: `src/shared/ui-compat.tsx` has what stands in for them. */
const GRAFANA_UI_ABSENT = [
  ...['Avatar', 'Box', 'Combobox', 'EmptyState', 'Grid', 'MultiCombobox', 'ScrollContainer', 'Sidebar', 'Space'],
  ...['Stack', 'Text', 'TooltipPlugin2', 'useSplitter'],
  ...['VizTooltipContent', 'VizTooltipFooter', 'VizTooltipHeader', 'VizTooltipWrapper'],
  ...['Gauge', 'Graph', 'GraphContextMenu', 'GraphWithLegend', 'PanelChromeErrorIndicator', 'ansicolor'],
  ...['AsyncSelect', 'MultiSelect', 'Select', 'HorizontalGroup', 'VerticalGroup', 'DataSourceHttpSettings'],
  ...['CustomScrollbar', 'Form', 'GraphNG', 'InfoBox', 'InputControl', 'List', 'QueryField'],
];

const SYNTAX = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Named exports only: a name is the same wherever it is used.',
  },
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      '.nx/',
      '.data/',
      'tmp/',
      'coverage/',
      'provisioning/',
      'libs/corpus/data/',
      // Made by @grafana/create-plugin and kept as it made it.
      'apps/grafana-plugin/.config/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mts,cts}'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, allow: [], depConstraints: LAYERS },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-syntax': ['error', ...SYNTAX],
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-else-return': 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      complexity: ['error', 15],
      'max-params': ['error', 6],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['libs/**/*.{ts,tsx}'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['libs/{ingestion,dashboards}/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Settings come in as arguments; only apps read the environment.',
        },
      ],
    },
  },
  {
    files: ['libs/{subunit,domain,questions}/src/**/*.ts'],
    ignores: [...TESTS, 'libs/subunit/src/node/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: builtinModules.map((name) => ({ name, message: NODE_ONLY })),
          patterns: [
            { group: ['node:*'], message: NODE_ONLY },
            { group: ['@testmetrics/corpus'], message: 'The corpus is for tests.' },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['Buffer', 'process', 'require', '__dirname', '__filename'].map((name) => ({ name, message: NODE_ONLY })),
      ],
    },
  },
  {
    files: ['apps/grafana-plugin/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...SYNTAX,
        {
          selector: 'ImportExpression',
          message: 'Grafana looks for the parts of nested plugins in the wrong folder: no import() in a plugin.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@grafana/ui',
              importNames: GRAFANA_UI_ABSENT,
              message: 'Not in Grafana 10.1, or deprecated: use src/shared/ui-compat.tsx.',
            },
            { name: 'rxjs/operators', message: 'Grafana offers `rxjs` only.' },
            { name: 'react/jsx-runtime', message: 'Grafana before 11.6 does not offer it.' },
            { name: 'react-dom/client', message: 'Grafana renders; a plugin gives it components.' },
          ],
          patterns: [
            { group: ['@grafana/runtime/unstable', '@grafana/*/internal'], message: 'Not for plugins.' },
            { group: ['@grafana/scenes', '@grafana/i18n', '@grafana/plugin-ui'], message: 'Needs a newer Grafana.' },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/grafana-plugin/src/shared/ui-compat.tsx'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    files: TESTS,
    rules: {
      complexity: 'off',
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // jest and the tools that read these files want what they want.
    files: ['**/*.config.{js,mjs,ts,mts}', 'jest.*.js', 'libs/private-database/src/testing/global-setup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: { sourceType: 'commonjs', globals: { process: 'readonly', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  prettier,
);
