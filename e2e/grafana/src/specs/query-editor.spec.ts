import { expect, test } from '@grafana/plugin-e2e';
import { BAD_JOB, BROKEN_TEST, GOOD_JOB } from '../history';
import { makeDashboard, OURS, pick, removeDashboard } from './scratch';
import { knownRuns, NO_HISTORY, untilQuiet, watch } from './support';

const UID = 'tm-e2e-editor';

test.describe('Query editor', () => {
  test.beforeEach(async ({ request }) => {
    const panel = { id: 1, type: 'table', title: 'Asked', gridPos: { x: 0, y: 0, w: 24, h: 10 }, datasource: OURS };
    await makeDashboard(request, UID, { panels: [{ ...panel, targets: [{ refId: 'A', datasource: OURS }] }] });
  });
  test.afterEach(({ request }) => removeDashboard(request, UID));

  test('should answer "which tests of job X failed most" without SQL', async ({ page }) => {
    test.skip(knownRuns() === null, NO_HISTORY);
    const seen = watch(page);
    await page.goto(`/d/${UID}?editPanel=1&from=now-14d&to=now`);
    await pick(page, 'Question', 'Failing tests');
    await pick(page, 'Jobs', BAD_JOB);
    await page.keyboard.press('Escape');
    await untilQuiet(page);
    await expect(page.getByRole('table').getByText(BROKEN_TEST).first()).toBeVisible();
    await page.getByRole('button', { name: 'Show SQL' }).click();
    await expect(page.getByLabel('SQL', { exact: true })).toContainText('SELECT');
    expect(seen.queries).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test('should complete names of jobs from the database', async ({ page }) => {
    test.skip(knownRuns() === null, NO_HISTORY);
    await page.goto(`/d/${UID}?editPanel=1&from=now-14d&to=now`);
    await pick(page, 'Question', 'Failing tests');
    await page.getByLabel('Jobs', { exact: true }).first().fill('e2e-g');
    await expect(page.getByText(GOOD_JOB, { exact: true }).first()).toBeVisible();
  });

  test('should become SQL that can be edited, and a question again', async ({ page }) => {
    await page.goto(`/d/${UID}?editPanel=1&from=now-14d&to=now`);
    await pick(page, 'Question', 'Failing tests');
    await page.getByRole('button', { name: 'Edit as MySQL query' }).click();
    await expect(page.getByRole('button', { name: 'Back to the question' })).toBeVisible();
    await page.getByRole('button', { name: 'Back to the question' }).click();
    await expect(page.getByLabel('Question', { exact: true }).first()).toBeVisible();
  });

  test('should say in a sentence what is wrong with a saved query of an unknown kind', async ({ page, request }) => {
    const target = { refId: 'A', datasource: OURS, schema: 1, question: { kind: 'moonPhase' } };
    const panel = { id: 1, type: 'table', title: 'Asked', gridPos: { x: 0, y: 0, w: 24, h: 10 }, datasource: OURS };
    await makeDashboard(request, UID, { panels: [{ ...panel, targets: [target] }] });
    await page.goto(`/d/${UID}?editPanel=1&from=now-14d&to=now`);
    await expect(page.getByText(/moonPhase/).first()).toBeVisible();
    await expect(page.getByText(/TypeError|undefined is not/)).toHaveCount(0);
  });
});
