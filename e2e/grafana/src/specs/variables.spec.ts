import { expect, test } from '@grafana/plugin-e2e';
import { BAD_JOB, GOOD_JOB } from '../history';
import { makeDashboard, OURS, removeDashboard } from './scratch';
import { knownRuns, NO_HISTORY, untilQuiet } from './support';

const UID = 'tm-e2e-variables';
const VARIABLE = {
  type: 'query',
  name: 'job',
  label: 'Job',
  datasource: OURS,
  query: { refId: 'variable', schema: 1, carries: 'key', completion: { of: 'jobs', limit: 5_000 } },
  refresh: 2,
  multi: true,
  includeAll: true,
  allValue: '0',
  current: { text: ['All'], value: ['$__all'] },
};

test.describe('Variables', () => {
  test.skip(knownRuns() === null, NO_HISTORY);

  test.beforeEach(({ request }) => makeDashboard(request, UID, { templating: { list: [VARIABLE] } }));
  test.afterEach(({ request }) => removeDashboard(request, UID));

  test('should offer names, and carry keys', async ({ page }) => {
    await page.goto('/d/tm-overview?from=now-14d&to=now');
    await untilQuiet(page);
    const label = page
      .getByTestId('data-testid Dashboard template variables submenu Label Job')
      .or(page.getByText('Job', { exact: true }))
      .first();
    await label.click();
    await expect(page.getByText(GOOD_JOB).first()).toBeVisible();
    await page.getByText(BAD_JOB).first().click();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/var-job=\d+/);
  });

  test('should show what a variable lists while it is edited', async ({ page, gotoVariableEditPage }) => {
    await gotoVariableEditPage({ dashboard: { uid: UID }, id: '0' });
    await expect(page.getByLabel('List', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(BAD_JOB).first()).toBeVisible();
  });

  test('should narrow the panels of a dashboard that is opened by a link', async ({ page }) => {
    await page.goto('/d/tm-failures?from=now-14d&to=now');
    await untilQuiet(page);
    const every = await page.getByText('e2e.cart').count();
    expect(every).toBeGreaterThan(0);
  });
});
