import { expect, test } from '@grafana/plugin-e2e';

test('should answer', async ({ page, grafanaVersion }) => {
  await page.goto('/');
  expect(grafanaVersion).toMatch(/^\d+/);
});
