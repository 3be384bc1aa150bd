import { DashboardStack, openBrowser, startPreview } from '@testmetrics/harness';
import { type Browser } from 'playwright-core';
import { makeStream, type MadeTest } from './make-stream';
import { Visitor } from './visitor';

const HOUR = 3_600_000_000;
const NOW = Date.now() * 1000;

const STEADY: MadeTest[] = ['list', 'show', 'delete'].map((name) => ({
  id: `shop.Api.test_${name}`,
  attempts: ['success'],
  seconds: 2,
}));
const FLAKY: MadeTest = { id: 'shop.Net.test_flaky', attempts: ['fail', 'success'], seconds: 1 };
const BROKEN: MadeTest = { id: `shop.Odd.test_<b>"quoted"</b> it's $__timeFrom() \\`, attempts: ['fail'], seconds: 3 };

/** Two jobs: one fails always, the other has a flaky test. */
const RUNS = [
  ...Array.from({ length: 12 }, (_, index) => ({
    job: 'unit',
    branch: 'master',
    tests: [...STEADY, FLAKY],
    hoursAgo: 20 + index * 10,
  })),
  ...Array.from({ length: 4 }, (_, index) => ({
    job: 'integration',
    branch: 'stable',
    tests: [...STEADY, BROKEN],
    hoursAgo: 30 + index * 24,
  })),
];

const DASHBOARDS = ['overview', 'project', 'job', 'test', 'run', 'compare']
  .concat(['tests', 'failures', 'durations', 'service'])
  .map((name) => `tm-${name}`);

let stack: DashboardStack;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  stack = await DashboardStack.start();
  browser = await openBrowser();
  for (const { job, branch, tests, hoursAgo } of RUNS) {
    await stack.post(
      { build_name: job, project: 'shop', build_branch: branch },
      makeStream(tests, NOW - hoursAgo * HOUR),
    );
  }
  await stack.rolledUp();
});

afterAll(async () => {
  await browser.close();
  await stack.stop();
});

beforeEach(async () => {
  visitor = await Visitor.come(browser, stack.url);
});

afterEach(async () => {
  await visitor.leave();
});

describe('the preview', () => {
  it('should start with the overview, whose numbers are those of the raw rows', async () => {
    await visitor.open('/');
    const [raw] = await stack.ask(
      `SELECT COUNT(*) AS runs, SUM(r.failed) AS failed, (SELECT COUNT(*) FROM test_runs) AS tests,
       (SELECT COUNT(*) FROM test_runs AS t WHERE t.status = 'fail') AS failures FROM tm_runs AS r`,
    );
    expect(raw).toEqual({ runs: 16, failed: 4, tests: 64, failures: 4 });
    await visitor.sees('Runs', /4 failed\s*16/);
    await visitor.sees('Run failure rate', /4 of 16 runs\s*25.0\s*%/);
    await visitor.sees('Tests run', '64');
    await visitor.sees('Test failure rate', /4 of 64 tests\s*6.25\s*%/);
    await visitor.sees('Sample data', 'None: real runs only');
    expect((await visitor.row('Jobs', 'integration')).slice(0, 4)).toEqual(['integration', '4', '4', '100.0%']);
    expect((await visitor.row('Jobs', 'integration')).at(-1)).toBe('only 4 runs');
    expect((await visitor.row('Jobs', 'unit')).slice(0, 4)).toEqual(['unit', '12', '0', '0.0%']);
    expect(await visitor.row('Most failing tests', 'shop.Odd')).toEqual(
      expect.arrayContaining([BROKEN.id, 'integration', '4', '100.0%']),
    );
    expect(await visitor.row('Most flaky tests', 'test_flaky')).toEqual(
      expect.arrayContaining(['unit', '12', '100.0%']),
    );
    expect(await visitor.panel('Time by job').locator('[role=img]').getAttribute('aria-label')).toMatch(
      /unit: .*integration: /,
    );
    await visitor.page.getByText('Preview of what Grafana shows').waitFor();
    await visitor.picture('overview-dark-or-light-1280');
    expect(visitor.complaints).toEqual([]);
  });

  it('should follow a job and a test, with the time range and the other choices', async () => {
    await visitor.open('/d/tm-overview?from=now-7d&to=now');
    await visitor.panel('Jobs').getByText('integration').click();
    await visitor.page.waitForURL(/tm-job/);
    await visitor.drawn();
    expect(new URL(visitor.page.url()).searchParams.get('from')).toBe('now-7d');
    await visitor.sees('Runs', /4 failed\s*4/);
    await visitor.panel('Most failing tests').getByText('shop.Odd').first().click();
    await visitor.page.waitForURL(/tm-test/);
    await visitor.drawn();
    await visitor.sees('Test', BROKEN.id);
    await visitor.sees('Failure rate', /4 of 4 runs \(few\)\s*100.0\s*%/);
    const [failure] = await visitor
      .panel('Recent failures')
      .locator('[role=row]')
      .nth(1)
      .locator('[role=gridcell]')
      .allInnerTexts();
    expect(failure).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    await visitor.sees('Recent failures', 'AssertionError: 3 carts != 4 carts');
    await visitor.sees('Newest tracebacks', 'File "shop.py", line 42, in buy');
    await visitor.picture('test');
    expect(visitor.complaints).toEqual([]);
  });

  it('should show every attempt of a flaky test', async () => {
    const [row] = await stack.ask("SELECT t.id FROM tests AS t WHERE t.test_id = 'shop.Net.test_flaky'");
    await visitor.open(`/d/tm-test?var-search=test_flaky&var-test=${String(row?.['id'])}`);
    await visitor.sees('Flake rate', /12 of 12 runs\s*100.0\s*%/);
    expect(await visitor.row('Attempts', 'fail')).toEqual(
      expect.arrayContaining(['unit', 'flaky', '2', 'fail → success', '1.000 s → 1.000 s']),
    );
  });

  it('should ask again when a variable changes, and narrow the variables after it', async () => {
    await visitor.open('/d/tm-job');
    await visitor.choose('Job', 'unit');
    await visitor.page.waitForURL((url) => url.searchParams.get('var-job') !== '$__all');
    await visitor.panel('Runs').getByText('0 failed').waitFor();
    await visitor.sees('Runs', '12');
    await visitor.sees('Most failing tests', 'No failures in this time range');
    await visitor.page.locator('[data-testid$="submenu Label Branch"]').locator('..').locator('input').first().click();
    expect(await visitor.page.locator('[role=option]').allInnerTexts()).toEqual(['All', 'master']);
    expect(visitor.complaints).toEqual([]);
  });

  it('should say so where there is nothing', async () => {
    await visitor.open('/?from=2020-01-01T00:00:00.000Z&to=2020-01-02T00:00:00.000Z');
    for (const title of ['Runs', 'Runs over time', 'Jobs']) {
      await visitor.sees(title, 'No runs in this time range');
    }
    await visitor.page.goto(new URL('/d/tm-nothing', stack.url).href);
    await visitor.page.getByText('There is no such dashboard').waitFor();
  });

  it('should show a run in the open Job dashboard within five seconds', async () => {
    await visitor.open('/d/tm-job?from=now-1h&to=now');
    await visitor.sees('Runs', 'No runs');
    const posted = Date.now();
    await stack.post({ build_name: 'mine', project: 'own' }, makeStream(STEADY, (Date.now() - 60_000) * 1000));
    await visitor.panel('Recent runs').getByText('mine').waitFor();
    expect(Date.now() - posted).toBeLessThan(5000);
  });

  it('should show one run as it went, with the traceback of what failed', async () => {
    const [run] = await stack.ask(
      `SELECT runs.uuid AS uuid FROM runs JOIN tm_runs AS r ON r.run_id = runs.id
       WHERE r.failed > 0 ORDER BY runs.run_at DESC LIMIT 1`,
    );
    await visitor.open(`/d/tm-run?var-run=${String(run?.['uuid'])}&from=now-30d&to=now`);
    expect(await visitor.row('This run', 'integration')).toEqual(
      expect.arrayContaining(['failed', 'integration', 'shop', 'stable', '4', '1']),
    );
    expect(await visitor.row('Failures', 'shop.Odd')).toEqual(
      expect.arrayContaining([BROKEN.id, 'failed', 'AssertionError: 3 carts != 4 carts']),
    );
    const timeline = visitor.panel('Timeline');
    await timeline.getByRole('application', { name: 'Timeline of the workers' }).press('PageDown');
    await timeline.getByText('File "shop.py", line 42, in buy').first().waitFor();
    await visitor.picture('run-details');
    expect(visitor.complaints).toEqual([]);
  });

  it('should show the history of a job, a row for each test that was in trouble', async () => {
    const [job] = await stack.ask("SELECT j.id AS id FROM tm_jobs AS j WHERE j.name = 'unit'");
    await visitor.open(`/d/tm-job?var-job=${String(job?.['id'])}&from=now-30d&to=now`);
    const history = visitor.panel('History');
    await history.getByRole('application', { name: 'History of tests: 1 by 12' }).waitFor();
    const cells = await history.locator('table tbody tr').first().locator('th, td').allTextContents();
    expect(cells).toEqual([FLAKY.id, '0 of 12 (0 %)', ...Array.from({ length: 12 }, () => 'Flaky')]);
    await history.getByLabel('Filter tests').fill('nothing is called so');
    await history.getByText('Show all tests').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  it('should compare two runs', async () => {
    const runs = await stack.ask(
      `SELECT (SELECT MAX(runs.uuid) FROM runs JOIN tm_runs AS r ON r.run_id = runs.id WHERE r.failed = 0 AND r.flaky > 0) AS good,
       (SELECT MAX(runs.uuid) FROM runs JOIN tm_runs AS r ON r.run_id = runs.id WHERE r.failed > 0) AS bad`,
    );
    const { good, bad } = runs[0] as { readonly good: string; readonly bad: string };
    await visitor.open(`/d/tm-compare?var-run_a=${good}&var-run_b=${bad}&from=now-30d&to=now`);
    expect((await visitor.row('What changed from A to B', 'shop.Odd')).slice(0, 2)).toEqual([
      BROKEN.id,
      'newly failing',
    ]);
    expect((await visitor.row('What changed from A to B', 'test_flaky')).slice(0, 2)).toEqual([
      FLAKY.id,
      'only before',
    ]);
    expect(visitor.complaints).toEqual([]);
  });

  const TEST_LIST = "FROM test_runs AS t JOIN tests AS n ON n.id = t.test_id WHERE n.test_id = 'shop.Api.test_list'";

  it.each([
    ['tm-project', 'Values of project', 'shop', ['shop', '16', '4', '25.0%'], "SELECT 'shop' AS name"],
    [
      'tm-tests',
      'Tests by name',
      'test_list',
      [],
      `SELECT n.test_id, COUNT(*) AS runs ${TEST_LIST} GROUP BY n.test_id`,
    ],
    [
      'tm-failures',
      'Failures by first line',
      '3 carts',
      ['4'],
      'SELECT DISTINCT f.message FROM tm_failures AS f WHERE f.flaky = 0',
    ],
    [
      'tm-durations',
      'Slowest tests',
      'test_list',
      ['2.0 s'],
      `SELECT COUNT(*) AS runs, CONCAT(COUNT(*) * 2, '.0 s') AS total ${TEST_LIST}`,
    ],
    ['tm-service', 'Newest run of each job', 'unit', [], "SELECT j.name FROM tm_jobs AS j WHERE j.name = 'unit'"],
  ])('should show in %s, %s, what the raw rows say', async (uid, panel, text, known, sql) => {
    await visitor.open(`/d/${uid}?from=now-30d&to=now`);
    const [raw] = await stack.ask(sql);
    const cells = [...known, ...Object.values(raw ?? {}).map(String)];
    expect(await visitor.row(panel, text)).toEqual(expect.arrayContaining(cells));
    expect(visitor.complaints).toEqual([]);
  });

  it.each(['light', 'dark'])('should fit into 1280 and 1920 pixels, %s', async (theme) => {
    const [ids] = await stack.ask(
      `SELECT MAX(runs.uuid) AS b, MIN(runs.uuid) AS a,
       (SELECT t.id FROM tests AS t WHERE t.test_id = 'shop.Net.test_flaky') AS test FROM runs`,
    );
    const choices = `var-run=${String(ids?.['b'])}&var-run_a=${String(ids?.['a'])}&var-run_b=${String(ids?.['b'])}&var-search=${String(ids?.['test'])}&var-test=${String(ids?.['test'])}`;
    const guest = await Visitor.come(browser, stack.url, { width: 1280, height: 2300 });
    for (const uid of DASHBOARDS) {
      await guest.page.setViewportSize({ width: 1280, height: 2300 });
      await guest.open(`/d/${uid}?theme=${theme}&${choices}&from=now-30d&to=now`);
      for (const width of [1280, 1920]) {
        await guest.page.setViewportSize({ width, height: 2300 });
        await guest.drawn();
        const overflow = await guest.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([uid, width, overflow]).toEqual([uid, width, Math.min(overflow, 0)]);
        await guest.picture(`${uid}-${theme}-${width}`);
      }
    }
    expect(guest.complaints).toEqual([]);
    await guest.leave();
  });

  it('should show the dashboards on plain MySQL with the same numbers', async () => {
    await visitor.page.goto(new URL('/dashboards', stack.url).href);
    await visitor.page.getByRole('heading', { name: 'Dashboards on plain MySQL' }).waitFor();
    await visitor.page.locator('a[href="/d/tm-sql-overview"]').click();
    await visitor.page.waitForURL(/tm-sql-overview/);
    await visitor.drawn();
    expect((await visitor.row('Jobs', 'integration')).slice(0, 4)).toEqual(['integration', '4', '4', '100.0%']);
    await visitor.panel('Jobs').getByText('integration').click();
    await visitor.page.waitForURL(/tm-sql-job/);
    expect(visitor.complaints).toEqual([]);
  });

  it('should say so where the plugin is not built, and show the dashboards on plain MySQL', async () => {
    const bare = await startPreview({
      databaseUrl: stack.database.viewerUrl,
      env: { TESTMETRICS_PLUGIN_DIR: '/nowhere' },
    });
    try {
      const guest = await Visitor.come(browser, bare.url);
      await guest.open('/');
      await guest.page.getByText('The app plugin is not built: expected plugin.json in /nowhere').waitFor();
      await guest.sees('Runs', /failed/);
      await guest.page.goto(new URL('/d/tm-run', bare.url).href);
      await guest.page.getByText('No dashboard has the uid "tm-run"').waitFor();
      expect(guest.complaints).toEqual([]);
      await guest.leave();
    } finally {
      await bare.stop();
    }
  });

  it('should explain a database that is gone, in a sentence', async () => {
    await visitor.open('/');
    await stack.stopDatabase();
    await visitor.page.locator('[data-testid="data-testid RefreshPicker run button"]').click();
    await visitor.page.reload();
    await visitor.panel('Runs').getByText('The database cannot be reached').waitFor();
  });
});
