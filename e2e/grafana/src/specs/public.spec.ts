import { expect, test } from '@grafana/plugin-e2e';
import { BAD_JOB } from '../history';
import { knownRuns, untilQuiet, watch, WHOLE_DASHBOARD } from './support';

const UID = 'tm-public-overview';

test.describe('Public dashboard', () => {
  test.use({ viewport: WHOLE_DASHBOARD });

  test('should show the flavour on plain MySQL to somebody who is not signed in', async ({
    request,
    browser,
    baseURL,
  }) => {
    const path = `/api/dashboards/uid/${UID}/public-dashboards`;
    const made = await request.post(path, { data: { isEnabled: true, timeSelectionEnabled: true, share: 'public' } });
    test.skip(made.status() === 404, 'a Grafana with public dashboards');
    expect(made.status(), await made.text()).toBe(200);
    const { uid, accessToken } = (await made.json()) as { readonly uid: string; readonly accessToken: string };
    const stranger = await browser.newContext({
      storageState: { cookies: [], origins: [] },
      ...(baseURL ? { baseURL } : {}),
      viewport: WHOLE_DASHBOARD,
    });
    try {
      const page = await stranger.newPage();
      const seen = watch(page);
      await page.goto(`/public-dashboards/${accessToken}?from=now-14d&to=now`);
      await untilQuiet(page);
      await expect(page.getByText('Runs', { exact: false }).first()).toBeVisible();
      if (knownRuns() !== null) await expect(page.getByText(BAD_JOB).first()).toBeVisible();
      await expect(page.getByTestId('data-testid Panel status error')).toHaveCount(0);
      expect(seen.errors).toEqual([]);
    } finally {
      await stranger.close();
      await request.delete(`${path}/${uid}`);
    }
  });
});
