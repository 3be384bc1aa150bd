import { expect, test } from '@grafana/plugin-e2e';
import { BAD_JOB } from '../history';
import { makeDashboard, OURS, removeDashboard } from './scratch';
import { knownRuns, NO_HISTORY, untilQuiet, watch } from './support';

const UID = 'tm-e2e-annotations';

test.describe('Annotations', () => {
  test.skip(knownRuns() === null, NO_HISTORY);

  test.beforeEach(({ request }) =>
    makeDashboard(request, UID, {
      annotations: {
        list: [
          {
            name: 'Failed runs',
            enable: true,
            iconColor: 'red',
            datasource: OURS,
            target: { refId: 'Anno', schema: 1, question: { kind: 'failedRuns', jobs: [BAD_JOB] } },
          },
        ],
      },
      panels: [
        {
          id: 1,
          type: 'timeseries',
          title: 'Tests',
          gridPos: { x: 0, y: 0, w: 24, h: 12 },
          datasource: OURS,
          targets: [{ refId: 'A', datasource: OURS, schema: 1, question: { kind: 'testsOverTime', jobs: [BAD_JOB] } }],
        },
      ],
    }),
  );
  test.afterEach(({ request }) => removeDashboard(request, UID));

  test('should mark every failed run on a chart', async ({ page }) => {
    const seen = watch(page);
    await page.goto(`/d/${UID}?from=now-14d&to=now`);
    await untilQuiet(page);
    const failed = (knownRuns() ?? []).filter((run) => run.job === BAD_JOB && run.failed).length;
    const marks = page.getByTestId(/annotation-marker/).or(page.locator('[class*="annotation"] [class*="marker"]'));
    await expect.poll(() => marks.count()).toBeGreaterThan(0);
    expect(failed).toBeGreaterThan(0);
    expect(seen.queries).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  // The first one is Grafana's own.
  test('should say how many events a query finds while it is edited', async ({ page, gotoAnnotationEditPage }) => {
    const edited = await gotoAnnotationEditPage({ dashboard: { uid: UID }, id: '1' });
    await expect(page.getByLabel('Question', { exact: true }).first()).toBeVisible();
    const answer = await edited.runQuery();
    expect(answer.status()).toBe(200);
    const failed = (knownRuns() ?? []).filter((run) => run.job === BAD_JOB && run.failed).length;
    await expect(page.getByText(new RegExp(`${failed} events`)).first()).toBeVisible();
  });
});
