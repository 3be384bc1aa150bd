import { type Page } from 'playwright-core';
import { type TestContext } from '../test-context';

/** A page of the question `testsByPrefix` is never longer; the history has more tests. */
const MOST_TESTS = 1000;

/** The query as a dashboard would save it. */
async function saved(page: Page): Promise<Record<string, unknown>> {
  return JSON.parse(await page.getByTestId('saved').innerText()) as Record<string, unknown>;
}

export function describeQueryEditor(context: () => TestContext): void {
  describe('the query editor', () => {
    it('should answer "which tests of a job fail most" by mouse, without SQL', async () => {
      const { visitor, stack, version } = context();
      const { page } = visitor;
      const [most] = await stack.data.ask(
        `SELECT j.name AS job, t.test_id AS test, COUNT(*) AS failures
         FROM test_runs AS tr
         JOIN tests AS t ON t.id = tr.test_id
         JOIN tm_runs AS r ON r.run_id = tr.run_id
         JOIN tm_series AS s ON s.id = r.series_id
         JOIN tm_jobs AS j ON j.id = s.job_id
         WHERE tr.status = 'fail' GROUP BY j.name, t.test_id ORDER BY failures DESC LIMIT 1`,
      );
      await visitor.open('/query');
      await visitor.choose('Question', 'Failing tests');
      await visitor.choose('Jobs', String(most?.['job']));
      await page.keyboard.press('Escape');
      const answer = page.getByTestId('answer').locator('table');
      await answer.getByText(String(most?.['job'])).first().waitFor();
      expect(await saved(page)).toMatchObject({
        datasource: { type: 'testmetrics-ci-datasource' },
        question: { kind: 'failingTests', jobs: [most?.['job']] },
      });
      expect(await page.getByTestId('words').innerText()).toContain(String(most?.['job']));
      await visitor.picture(`query-editor-${version}`);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });

    it('should do the same by keyboard alone', async () => {
      const { visitor } = context();
      const { page } = visitor;
      await visitor.open('/query');
      // From the top of the page: the first thing that takes the focus is the question.
      await page.keyboard.press('Tab');
      await page.keyboard.type('Flaky tests');
      await visitor.options.first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('"flakyTests"').first().waitFor();
      const reached: string[] = [];
      for (let stop = 0; stop < 40 && !reached.includes('Run'); stop += 1) {
        await page.keyboard.press('Tab');
        reached.push(await focused(page));
      }
      expect(reached).toEqual(expect.arrayContaining(['Projects', 'Jobs', 'Branches', 'Show SQL', 'Run']));
      await page.keyboard.press('Enter');
      await page.getByTestId('answer').locator('table').first().waitFor();
      expect(visitor.complaints).toEqual([]);
    });

    it('should show the SQL, take it over as a MySQL query, and come back', async () => {
      const { visitor } = context();
      const { page } = visitor;
      await visitor.open(`/query?query=${encodeURIComponent('{"schema":1,"question":{"kind":"jobs"}}')}`);
      await page.getByRole('button', { name: 'Show SQL' }).click();
      const sql = await page.getByLabel('SQL', { exact: true }).first().innerText();
      expect(sql).toMatch(/^SELECT .*\$__timeFilter|^SELECT/s);
      await page.getByRole('button', { name: 'Edit as MySQL query' }).click();
      await page.getByText('"mode":"sql"').waitFor();
      expect((await saved(page))['rawSql']).toContain('SELECT');
      expect(await visitor.violations()).toEqual([]);
      await page.getByRole('button', { name: 'Back to the question' }).click();
      await page.getByText('"mode":"question"').waitFor();
      expect((await saved(page))['question']).toEqual({ kind: 'jobs' });
    });

    it.each([
      ['a kind that there is not', { schema: 1, question: { kind: 'nonsense' } }, /unknown|nonsense/],
      ['a newer format', { schema: 99, question: { kind: 'jobs' } }, /newer version of the Test Metrics plugin/],
      [
        'a broken regular expression',
        { schema: 1, question: { kind: 'failingTests', testPattern: '(' } },
        /Close the bracket/,
      ],
    ])('should say what is wrong with %s', async (_what, query, sentence) => {
      const { visitor } = context();
      await visitor.open(`/query?query=${encodeURIComponent(JSON.stringify(query))}`);
      const alert = visitor.ours.getByRole('alert').first();
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(sentence);
      expect(visitor.complaints).toEqual([]);
    });

    it('should say that more rows than a question ever shows are left out, and what to do', async () => {
      const { visitor } = context();
      const { page } = visitor;
      const question = { kind: 'testsByPrefix', limit: MOST_TESTS };
      await visitor.open(`/query?query=${encodeURIComponent(JSON.stringify({ schema: 1, question }))}`);
      await page.getByRole('button', { name: 'Run' }).click();
      const answer = page.getByTestId('answer');
      await answer
        .getByText(
          `Only the first ${MOST_TESTS} rows: more than that is never shown. Narrow the question by filters or a shorter time range.`,
        )
        .waitFor();
      expect(await answer.locator('tbody tr').count()).toBe(MOST_TESTS);
    });

    it('should find nothing for a test id of 4,000 characters, and say so', async () => {
      const { visitor } = context();
      const question = { kind: 'failingTests', tests: [`a'"\\$__timeFrom()${'x'.repeat(3983)}`] };
      await visitor.open(`/query?query=${encodeURIComponent(JSON.stringify({ schema: 1, question }))}`);
      await visitor.page.getByRole('button', { name: 'Run' }).click();
      const answer = visitor.page.getByTestId('answer').locator('table, [role=alert]');
      await answer.first().waitFor({ state: 'attached' });
      expect(await visitor.page.getByTestId('answer').locator('[role=alert]').count()).toBe(0);
      expect(await visitor.page.getByTestId('answer').locator('tbody tr').count()).toBe(0);
    });
  });
}

/** The name of what has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.getAttribute('aria-label') ?? element?.innerText.trim() ?? '';
  });
}
