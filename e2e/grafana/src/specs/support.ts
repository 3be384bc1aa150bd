import { expect, type Page } from '@playwright/test';

/** A run that was posted before the specs began, in the order of their times. */
export interface KnownRun {
  readonly id: string;
  readonly job: string;
  readonly failed: boolean;
}

/** Why a spec that asks for the posted history cannot run. */
export const NO_HISTORY = 'TESTMETRICS_URL, where runs can be posted to';

/** `null` where nothing could be posted: the server's database holds whatever it holds. */
export function knownRuns(): readonly KnownRun[] | null {
  const text = process.env['GRAFANA_E2E_RUNS'];
  return text === undefined ? null : (JSON.parse(text) as readonly KnownRun[]);
}

/** The newest posted run of a job. */
export function newestRun(job: string): KnownRun {
  const found = (knownRuns() ?? []).findLast((run) => run.job === job);
  if (found === undefined) throw new Error(`no run of ${job} was posted`);
  return found;
}

/** What went wrong on a page while nobody looked. */
export interface Watch {
  readonly queries: readonly string[];
  readonly errors: readonly string[];
}

const PATIENCE_MS = 90_000;
const QUERIES = '/api/ds/query';
/** Grafana's own, whatever is shown; a question that a newer one replaced is no error. */
const NOT_OURS = [/favicon/, /gravatar/, /Failed to load resource/, /gtag|rudder/, /"cancelled":true/];

/** Collects refused queries, queries that a panel answers with an error, exceptions, and errors in the console. */
export function watch(page: Page): Watch {
  const queries: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && NOT_OURS.every((pattern) => !pattern.test(text))) errors.push(text);
  });
  page.on('response', async (response) => {
    if (!response.url().includes(QUERIES)) return;
    const wrong = await whatIsWrong(response).catch(() => null);
    if (wrong !== null) queries.push(wrong);
  });
  return { queries, errors };
}

async function whatIsWrong(response: {
  status(): number;
  text(): Promise<string>;
  request(): { postData(): string | null };
}): Promise<string | null> {
  const text = await response.text();
  const asked = (response.request().postData() ?? '').slice(0, 2_000);
  if (response.status() !== 200) return `${response.status()}: ${text.slice(0, 500)}\nasked: ${asked}`;
  const { results = {} } = JSON.parse(text) as { results?: Readonly<Record<string, { readonly error?: string }>> };
  const wrong = Object.entries(results).flatMap(([refId, { error }]) =>
    error === undefined ? [] : [`${refId}: ${error}`],
  );
  return wrong.length === 0 ? null : `${wrong.join('; ')}\nasked: ${asked}`;
}

/** So high that every panel of a dashboard is seen at once: Grafana asks for a panel when it comes into view. */
export const WHOLE_DASHBOARD = { width: 1280, height: 7_000 };

/** Waits until no query is under way, and every panel has drawn what it asked for. */
export async function untilQuiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: PATIENCE_MS });
  await expect(page.getByLabel('Panel loading bar')).toHaveCount(0, { timeout: PATIENCE_MS });
}
