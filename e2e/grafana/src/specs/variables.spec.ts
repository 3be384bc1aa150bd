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

  test.beforeEach(({ request }) =>
    makeDashboard(request, UID, {
      templating: { list: [VARIABLE] },
      panels: [
        {
          id: 1,
          type: 'table',
          title: 'Chosen',
          gridPos: { x: 0, y: 0, w: 24, h: 12 },
          datasource: OURS,
          targets: [{ refId: 'A', datasource: OURS, schema: 1, question: { kind: 'jobs', jobKeys: '${job}' } }],
        },
      ],
    }),
  );
  test.afterEach(({ request }) => removeDashboard(request, UID));

  test('should offer names, carry keys, and narrow the panels, also of who follows the link', async ({ page }) => {
    const table = page.getByRole('table');
    await page.goto(`/d/${UID}?from=now-14d&to=now`);
    await untilQuiet(page);
    await expect(table.getByText(GOOD_JOB)).toBeVisible();
    // A list of its own up to Grafana 11, later a field with a list.
    const label = page.getByTestId('data-testid Dashboard template variables submenu Label Job');
    const list = label.locator('xpath=..').getByRole('button').or(label.locator('xpath=..').getByRole('combobox'));
    await list.first().click();
    await page.keyboard.type(BAD_JOB);
    await page
      .getByRole('checkbox', { name: BAD_JOB })
      .or(page.getByRole('option', { name: BAD_JOB }))
      .first()
      .click();
    // The choice is taken when the list loses the focus.
    await page.getByText('Chosen').first().click();
    await expect(page).toHaveURL(/var-job=\d+/);
    await expect(table.getByText(GOOD_JOB)).toHaveCount(0);
    await page.goto(page.url());
    await untilQuiet(page);
    await expect(table.getByText(BAD_JOB)).toBeVisible();
    await expect(table.getByText(GOOD_JOB)).toHaveCount(0);
  });

  test('should show what a variable lists while it is edited', async ({ page, gotoVariableEditPage }) => {
    await gotoVariableEditPage({ dashboard: { uid: UID }, id: '0' });
    await expect(page.getByLabel('List', { exact: true }).first()).toBeVisible();
    await expect(page.getByText(BAD_JOB).first()).toBeVisible();
  });
});
