import { type TestContext } from '../test-context';

export function describeApp(context: () => TestContext): void {
  describe('the start page', () => {
    it('should say that everything is connected, and which run came last', async () => {
      const { visitor, stack, version } = context();
      await visitor.open('/a/testmetrics-ci-app');
      const [newest] = await stack.data.ask(
        'SELECT j.name AS job FROM tm_runs AS r JOIN tm_series AS s ON s.id = r.series_id JOIN tm_jobs AS j ON j.id = s.job_id ORDER BY r.run_at DESC, r.run_id DESC LIMIT 1',
      );
      await visitor.ours.getByText('Everything is connected').first().waitFor();
      await visitor.ours.getByText(String(newest?.['job'])).first().waitFor();
      await visitor.picture(`start-page-${version}`);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });
  });
}
