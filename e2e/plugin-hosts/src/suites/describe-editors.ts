import { type TestContext } from '../test-context';

export function describeEditors(context: () => TestContext): void {
  describe('the variable editor', () => {
    it('should list the jobs that there are, by keyboard and mouse', async () => {
      const { visitor, stack, version } = context();
      const { page } = visitor;
      await visitor.open('/variable');
      await visitor.choose('List', 'Projects');
      await page.getByRole('combobox', { name: 'List' }).focus();
      await page.keyboard.type('Jobs');
      await visitor.options.first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('"of":"jobs"').waitFor();
      await page.getByRole('button', { name: 'Preview of values' }).click();
      const rows = page.getByTestId('answer').locator('tbody tr');
      await rows.first().waitFor();
      const jobs = await stack.data.ask("SELECT j.name AS name FROM tm_jobs AS j WHERE j.name <> ''");
      const shown = await page.getByTestId('answer').innerText();
      for (const { name } of jobs) expect(shown).toContain(String(name));
      expect(await rows.count()).toBe(jobs.length);
      await visitor.picture(`variable-editor-${version}`);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });
  });

  describe('the annotation editor', () => {
    it('should mark as many failed runs as the database has', async () => {
      const { visitor, stack, version } = context();
      const { page } = visitor;
      await visitor.open('/annotation');
      await visitor.choose('Question', 'Failed runs');
      await page.getByRole('button', { name: 'Test annotation query' }).click();
      const events = page.getByTestId('events').locator('li');
      await events.first().waitFor();
      const [failed] = await stack.data.ask(
        'SELECT COUNT(*) AS n FROM tm_runs AS r WHERE r.failed > 0 AND r.run_at >= UTC_TIMESTAMP() - INTERVAL 30 DAY',
      );
      expect(await events.count()).toBe(failed?.['n']);
      await visitor.picture(`annotation-editor-${version}`);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });
  });
}
