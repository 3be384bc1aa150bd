import { expect, test } from '@grafana/plugin-e2e';
import { BAD_JOB, BROKEN_TEST, GOOD_JOB, SILENT_JOB } from '../history';
import { knownRuns, NO_HISTORY } from './support';

interface Rule {
  readonly name: string;
  readonly state: string;
  readonly health: string;
  readonly lastError?: string;
  readonly lastEvaluation?: string;
  readonly alerts?: readonly { readonly state: string; readonly labels: Readonly<Record<string, string>> }[];
}

/** The slowest group is evaluated every five minutes, for the first time up to five minutes after the start. */
const EVALUATION_PATIENCE_MS = 11 * 60_000;

test.describe('Alert rules', () => {
  test.setTimeout(EVALUATION_PATIENCE_MS + 120_000);
  test.skip(knownRuns() === null, NO_HISTORY);

  test('should be evaluated, fire on what is bad and stay quiet on what is good', async ({ request }) => {
    const rules = async (): Promise<readonly Rule[]> => {
      const answer = await request.get('/api/prometheus/grafana/api/v1/rules');
      // Asked again: a server that is busy with its own database answers without rules.
      if (!answer.ok()) return [];
      const { data } = (await answer.json()) as {
        readonly data: { readonly groups: readonly { readonly rules: readonly Rule[] }[] };
      };
      return data.groups.flatMap((group) => group.rules);
    };
    const provisioned = (await (await request.get('/api/v1/provisioning/alert-rules')).json()) as readonly {
      readonly title: string;
    }[];
    expect(provisioned.length).toBeGreaterThanOrEqual(5);
    const firing = async (title: string): Promise<string> => {
      const rule = (await rules()).find(({ name }) => name === title);
      const alerts = rule?.alerts ?? [];
      return alerts
        .filter(({ state }) => state.startsWith('Alerting'))
        .map(({ labels }) => Object.values(labels).join(' '))
        .join('\n');
    };

    // The history was posted before the specs began, but a rule may have been evaluated before that.
    const patience = { timeout: EVALUATION_PATIENCE_MS, intervals: [2_000] };
    await expect.poll(() => firing('A job fails more often than usual'), patience).toContain(BAD_JOB);
    await expect.poll(() => firing('A test fails again and again'), patience).toContain(BROKEN_TEST);
    await expect.poll(() => firing('A job that normally runs does not run'), patience).toContain(SILENT_JOB);

    const evaluated = await rules();
    for (const { title } of provisioned) {
      const rule = evaluated.find(({ name }) => name === title);
      expect.soft(rule, title).toMatchObject({ health: 'ok' });
      expect.soft(await firing(title), title).not.toContain(GOOD_JOB);
    }
    for (const title of ['Runs wait to be counted', 'Uploads are refused']) expect.soft(await firing(title)).toBe('');
  });

  test('should be shown in the list, with the folder they lie in', async ({ page }) => {
    await page.goto('/alerting/list');
    await expect(page.getByText('Test metrics').first()).toBeVisible();
  });
});
