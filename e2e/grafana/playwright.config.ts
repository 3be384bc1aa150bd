import { dirname, resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import type { PluginOptions } from '@grafana/plugin-e2e';

const AUTH = resolve(dirname(require.resolve('@grafana/plugin-e2e')), 'auth');

/** Nothing that a test does not need, above all no network of the browser's own. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'].concat([
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]);

/** One spec at a time: they share a server, and two would only measure the machine. */
export default defineConfig<PluginOptions>({
  testDir: 'src/specs',
  testMatch: '*.spec.ts',
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  expect: { timeout: 60_000 },
  outputDir: process.env['GRAFANA_E2E_OUTPUT'] ?? 'test-results',
  use: {
    baseURL: process.env['GRAFANA_URL'] ?? 'http://127.0.0.1:3000',
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    launchOptions: { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS },
    provisioningRootDir: resolve(__dirname, '../../provisioning'),
  },
  projects: [
    { name: 'auth', testDir: AUTH, testMatch: [/.*\.js/] },
    {
      name: 'grafana',
      // Where the fixture of the project above leaves it: in the working directory.
      use: { storageState: 'playwright/.auth/admin.json' },
      dependencies: ['auth'],
    },
  ],
});
