import { GRAFANA_VERSIONS } from '../grafana-libraries';
import { builtDashboards, JOB_WITH_ONE_RUN } from '../host-stack';
import { differentNumbers } from '../same-numbers';
import { readPanels } from '../shown-panel';
import { type TestContext } from '../test-context';

/** Panels that may be empty although there are runs: they tell of what should not be. */
const MAY_BE_EMPTY = new Set(['Damaged and incomplete runs', 'Failing in a row', 'Files of the run', 'Not run lately']);

export function describeDashboards(context: () => TestContext): void {
  describe('the dashboards', () => {
    const dashboards = builtDashboards() as { readonly uid: string }[];
    const uids = dashboards.map(({ uid }) => uid);
    // What differs between the versions when there is nothing is what our own panels make of it.
    const isNewest = context().version === GRAFANA_VERSIONS.at(-1);
    const emptyUids = dashboards
      .filter((dashboard) => isNewest || JSON.stringify(dashboard).includes('"type":"testmetrics-'))
      .map(({ uid }) => uid);

    it.each(uids)('should show in every panel of %s the numbers of the database', async (uid) => {
      const { visitor, stack } = context();
      await visitor.open(`/dashboard/${uid}?${await choices(context())}`);
      const panels = await readPanels(visitor.page);
      expect(panels.length).toBeGreaterThan(0);
      for (const { title, type, problems, frames } of panels) {
        const where = `${uid}, ${title}`;
        expect([where, problems]).toEqual([where, []]);
        if (type === 'text') continue;
        const rows = (
          await Promise.all([...new Set(frames.map(({ sql }) => sql))].map((sql) => stack.data.ask(sql)))
        ).flat();
        expect([where, differentNumbers(frames, rows)]).toEqual([where, []]);
        if (!MAY_BE_EMPTY.has(title)) expect([where, rows.length]).not.toEqual([where, 0]);
      }
      expect(visitor.complaints).toEqual([]);
    });

    it.each(['tm-job', 'tm-durations'])('should show in %s a job that ran once, and say so', async (uid) => {
      const { visitor, stack } = context();
      const [job] = await stack.data.ask(`SELECT j.id AS id FROM tm_jobs AS j WHERE j.name = '${JOB_WITH_ONE_RUN}'`);
      await visitor.open(`/dashboard/${uid}?var-job=${String(job?.['id'])}`);
      const panels = await readPanels(visitor.page);
      expect(panels.flatMap(({ title, problems }) => problems.map((problem) => `${title}: ${problem}`))).toEqual([]);
      const rowsOf = (title: string) =>
        panels.find((panel) => panel.title === title)?.frames.flatMap(({ rows }) => rows) ?? [];
      if (uid === 'tm-job') {
        expect(rowsOf('Recent runs')).toHaveLength(1);
        expect(rowsOf('Tests of the job').map((row) => row.includes('only 1 run'))).toContain(true);
      } else {
        expect(rowsOf('Run time').length).toBeGreaterThan(0);
      }
      expect(visitor.complaints).toEqual([]);
    });

    it.each(emptyUids)('should say in %s that there is nothing where there is nothing', async (uid) => {
      const { visitor } = context();
      await visitor.open(`/dashboard/${uid}?from=2020-01-01T00:00:00.000Z&to=2020-01-02T00:00:00.000Z`);
      const panels = await readPanels(visitor.page);
      expect(panels.flatMap(({ title, problems }) => problems.map((problem) => `${title}: ${problem}`))).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });
  });
}

/** A run, a test and a pair of runs to look at, as links from other dashboards would bring them. */
async function choices({ stack }: TestContext): Promise<string> {
  const runs = await stack.data.ask(
    `SELECT runs.uuid AS uuid FROM runs JOIN tm_runs AS r ON r.run_id = runs.id
     WHERE r.failed > 0 ORDER BY runs.run_at DESC, runs.id DESC LIMIT 2`,
  );
  const [test] = await stack.data.ask(
    "SELECT tr.test_id AS id FROM test_runs AS tr WHERE tr.status = 'fail' GROUP BY tr.test_id ORDER BY COUNT(*) DESC LIMIT 1",
  );
  const [a, b] = runs.map(({ uuid }) => String(uuid));
  const id = String(test?.['id']);
  return new URLSearchParams({
    'var-run': a ?? '',
    'var-run_a': b ?? '',
    'var-run_b': a ?? '',
    'var-search': id,
    'var-test': id,
  }).toString();
}
