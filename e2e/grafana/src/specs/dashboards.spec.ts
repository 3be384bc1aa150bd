import { expect, test } from '@grafana/plugin-e2e';
import { committedDashboards, type CommittedDashboard } from '../committed-dashboards';
import { BAD_JOB, BROKEN_TEST, FAILURE } from '../history';
import { knownRuns, newestRun, NO_HISTORY, untilQuiet, watch, WHOLE_DASHBOARD } from './support';

const RANGES = [
  { name: 'two weeks', from: 'now-14d', to: 'now' },
  { name: 'an hour', from: 'now-1h', to: 'now' },
  { name: 'two years', from: 'now-2y', to: 'now' },
  { name: 'a time without data', from: '2001-01-01', to: '2001-01-08' },
];

test.use({ viewport: WHOLE_DASHBOARD });

for (const dashboard of [...committedDashboards('app'), ...committedDashboards('sql')]) {
  test.describe(`Dashboard ${dashboard.uid}`, () => {
    for (const { name, from, to } of RANGES) {
      test(`should draw every panel without an error over ${name}`, async ({ page, gotoDashboardPage }) => {
        const seen = watch(page);
        const opened = await gotoDashboardPage({ uid: dashboard.uid, queryParams: chosen(dashboard, { from, to }) });
        for (const { id, title } of dashboard.panels) {
          await expect
            .soft(page.locator(`[data-panelid="${id}"], [data-viz-panel-key="panel-${id}"]`), title)
            .toBeVisible();
        }
        await untilQuiet(page);
        await expect(opened).toHavePanelErrors(0);
        expect(seen.queries).toEqual([]);
        expect(seen.errors).toEqual([]);
      });
    }
  });
}

test.describe('What the dashboards say', () => {
  test.skip(knownRuns() === null, NO_HISTORY);

  for (const { uid, expected } of [
    { uid: 'overview', expected: BAD_JOB },
    { uid: 'failures', expected: FAILURE },
    { uid: 'tests', expected: BROKEN_TEST },
    { uid: 'run', expected: BROKEN_TEST },
    { uid: 'compare', expected: BROKEN_TEST },
    { uid: 'test', expected: FAILURE },
  ]) {
    for (const prefix of ['tm', 'tm-sql']) {
      test(`should show what was posted on ${prefix}-${uid}`, async ({ page }) => {
        const dashboard = find(`${prefix}-${uid}`);
        await page.goto(`/d/${dashboard.uid}?${chosen(dashboard, { from: 'now-14d', to: 'now' })}`);
        await untilQuiet(page);
        await expect(page.getByText(expected).first()).toBeVisible();
      });
    }
  }
});

function find(uid: string): CommittedDashboard {
  const found = [...committedDashboards('app'), ...committedDashboards('sql')].find((one) => one.uid === uid);
  if (found === undefined) throw new Error(`there is no dashboard ${uid}`);
  return found;
}

/** A time range, and the variables set to what was posted: a dashboard that asks for a run or a test is empty without. */
function chosen(
  { variables }: CommittedDashboard,
  { from, to }: { readonly from: string; readonly to: string },
): URLSearchParams {
  const query = new URLSearchParams({ from, to });
  if (knownRuns() === null) return query;
  const run = newestRun(BAD_JOB).id;
  const good = (knownRuns() ?? []).find((one) => one.job === BAD_JOB && !one.failed)?.id ?? '';
  const names = { search: BROKEN_TEST, prefix: BROKEN_TEST };
  const values: Readonly<Record<string, string>> = { run, run_a: good, run_b: run, ...names };
  for (const name of variables) {
    const value = values[name];
    if (value !== undefined) query.set(`var-${name}`, value);
  }
  return query;
}
