import type { APIRequestContext, Page } from '@playwright/test';

/** Our data source as panels name it. */
export const OURS = { type: 'testmetrics-ci-datasource', uid: 'testmetrics' };
export const OURS_NAME = 'Test metrics';

/** Makes a dashboard for one spec, in place of what an earlier one left. */
export async function makeDashboard(request: APIRequestContext, uid: string, body: object): Promise<void> {
  const dashboard = {
    uid,
    title: `Test metrics: ${uid}`,
    schemaVersion: 36,
    time: { from: 'now-14d', to: 'now' },
    panels: [],
    ...body,
  };
  const answer = await request.post('/api/dashboards/db', { data: { overwrite: true, dashboard } });
  if (!answer.ok()) throw new Error(`the dashboard ${uid} was not made: ${answer.status()} ${await answer.text()}`);
}

export async function removeDashboard(request: APIRequestContext, uid: string): Promise<void> {
  await request.delete(`/api/dashboards/uid/${uid}`);
}

/** Chooses in a list as a person does: opens it, types, and takes what is offered. */
export async function pick(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first();
  await field.click();
  await field.fill(text);
  // 10.1 names the list, later versions give it a role.
  const list = page.getByLabel('Select options menu').or(page.getByRole('listbox')).first();
  await list.getByText(text).first().waitFor();
  await page.keyboard.press('Enter');
}
