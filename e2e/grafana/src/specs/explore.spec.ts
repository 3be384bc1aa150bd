import { expect, test } from '@grafana/plugin-e2e';
import { BAD_JOB, BROKEN_TEST } from '../history';
import { OURS } from './scratch';
import { knownRuns, NO_HISTORY, untilQuiet, watch } from './support';

test.describe('Explore', () => {
  test('should draw the answer to a question from a link, without an error', async ({ page, explorePage }) => {
    test.skip(knownRuns() === null, NO_HISTORY);
    const seen = watch(page);
    const query = { refId: 'A', datasource: OURS, schema: 1, question: { kind: 'failingTests', jobs: [BAD_JOB] } };
    const left = { datasource: OURS.uid, queries: [query], range: { from: 'now-14d', to: 'now' } };
    await explorePage.goto({ queryParams: new URLSearchParams({ orgId: '1', left: JSON.stringify(left) }) });
    await untilQuiet(page);
    await expect(page.getByText(BROKEN_TEST).first()).toBeVisible();
    expect(seen.queries).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test('should draw a series', async ({ page, explorePage }) => {
    const query = { refId: 'A', datasource: OURS, schema: 1, question: { kind: 'testsOverTime' } };
    const left = { datasource: OURS.uid, queries: [query], range: { from: 'now-14d', to: 'now' } };
    const answer = page.waitForResponse((response) => response.url().includes('/api/ds/query'));
    await explorePage.goto({ queryParams: new URLSearchParams({ orgId: '1', left: JSON.stringify(left) }) });
    expect((await answer).status()).toBe(200);
    await untilQuiet(page);
    await expect(page.locator('canvas').first()).toBeVisible();
  });
});
