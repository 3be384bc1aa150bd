import { expect, test } from '@grafana/plugin-e2e';
import { committedDashboards } from '../committed-dashboards';

const PLUGIN_IDS = [
  'testmetrics-ci-app',
  'testmetrics-ci-datasource',
  'testmetrics-history-panel',
  'testmetrics-timeline-panel',
];

test.describe('Provisioning', () => {
  test('should load every part of the plugin', async ({ request }) => {
    const plugins = (await (await request.get('/api/plugins?embedded=1')).json()) as readonly { readonly id: string }[];
    const ids = plugins.map(({ id }) => id);
    // What is inside of an app is listed by newer versions only; the panels below are asked for by themselves.
    expect(ids).toContain('testmetrics-ci-app');
    for (const id of PLUGIN_IDS) {
      expect.soft((await request.get(`/api/plugins/${id}/settings`)).status(), id).toBe(200);
    }
  });

  test('should enable the app', async ({ request }) => {
    const settings = await request.get('/api/plugins/testmetrics-ci-app/settings');
    expect(await settings.json()).toMatchObject({ enabled: true });
  });

  test('should make the MySQL data source and ours on top of it', async ({ request }) => {
    const ours = await request.get('/api/datasources/uid/testmetrics');
    expect(await ours.json()).toMatchObject({
      type: 'testmetrics-ci-datasource',
      readOnly: true,
      jsonData: { mysqlUid: 'testmetrics-mysql' },
    });
    const mysql = await request.get('/api/datasources/uid/testmetrics-mysql');
    expect(await mysql.json()).toMatchObject({ type: 'mysql', readOnly: true, jsonData: { timezone: '+00:00' } });
  });

  test('should give Grafana an account that cannot write', async ({ request }) => {
    const answer = await request.post('/api/ds/query', {
      data: {
        from: 'now-1h',
        to: 'now',
        queries: [
          {
            refId: 'A',
            datasource: { uid: 'testmetrics-mysql' },
            format: 'table',
            rawSql: "INSERT INTO run_metadata (`key`, value, run_id) VALUES ('a', 'b', 0)",
          },
        ],
      },
    });
    expect(answer.status()).not.toBe(200);
  });

  test('should import every dashboard of the app, and load those on plain MySQL from files', async ({ request }) => {
    const found = (await (await request.get('/api/search?type=dash-db&limit=500')).json()) as readonly {
      readonly uid: string;
      readonly folderTitle?: string;
    }[];
    const uids = found.map(({ uid }) => uid);
    const expected = [...committedDashboards('app'), ...committedDashboards('sql')];
    expect(expected.length).toBeGreaterThanOrEqual(20);
    expect(uids).toEqual(expect.arrayContaining(expected.map(({ uid }) => uid)));
    const files = found.filter(({ uid }) => uid.startsWith('tm-sql-'));
    expect(new Set(files.map(({ folderTitle }) => folderTitle))).toEqual(new Set(['Test metrics']));
  });

  test('should bring the start page and the overview as the first page', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/d\/tm-overview/);
    await page.goto('/a/testmetrics-ci-app');
    await expect(page.getByText('curl').first()).toBeVisible();
  });

  test('should say that everything is connected', async ({ page }) => {
    await page.goto('/connections/datasources/edit/testmetrics');
    await page.getByRole('button', { name: /^(Test|Save & test)$/ }).click();
    await expect(page.getByText(/Everything is connected/).first()).toBeVisible();
  });
});
