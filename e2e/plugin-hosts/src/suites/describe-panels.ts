import { type Locator } from 'playwright-core';
import { type ShownPanel, readPanels } from '../shown-panel';
import { type TestContext } from '../test-context';

export function describePanels(context: () => TestContext): void {
  describe('the history panel', () => {
    it('should draw a row for each test and a column for each run of the answer', async () => {
      const { ours, answer, grid } = await openHistory(context());
      const names = new Set(column(answer, 'test'));
      const runs = new Set(column(answer, 'run'));
      expect(names.size).toBeGreaterThan(3);
      expect(await grid.getAttribute('aria-label')).toBe(
        `History of tests: ${count(names.size)} by ${count(runs.size)}`,
      );
      // What is heard says the same as what is asked; the first test stands in both.
      const heard = await ours.locator('table tbody th').allInnerTexts();
      expect(heard.length).toBeGreaterThan(0);
      for (const name of heard) expect([...names]).toContain(name);
      const { visitor, version } = context();
      await visitor.picture(`history-panel-${version}`);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });

    it('should be walked by keys, and say what each cell is', async () => {
      const { ours, grid } = await openHistory(context());
      const heard = ours.locator('[aria-live=polite]').first();
      await grid.focus();
      await grid.press('ArrowDown');
      await grid.press('End');
      await heard.filter({ hasText: /\w/ }).waitFor({ state: 'attached' });
      const first = await heard.textContent();
      await grid.press('ArrowUp');
      await expectChange(heard, first);
      await grid.press(' ');
      const card = context().visitor.page.getByRole('dialog');
      await card.waitFor();
      await context().visitor.page.keyboard.press('Escape');
      await card.waitFor({ state: 'detached' });
      expect(context().visitor.complaints).toEqual([]);
    });

    it('should find tests by a word of their name, and show only those that failed', async () => {
      const { ours, grid, answer } = await openHistory(context());
      const [name = ''] = column(answer, 'test').map(String);
      const word = name.split('.').at(-1) ?? '';
      await ours.getByRole('textbox', { name: /^Filter tests/ }).fill(word);
      const found = new Set(column(answer, 'test').filter((test) => String(test).includes(word))).size;
      await expectLabel(grid, new RegExp(`: ${count(found)} by`));
      await ours.getByRole('textbox', { name: /^Filter tests/ }).fill('no-test-is-called-so');
      await ours.getByRole('button', { name: 'Show all tests' }).click();
      await ours.getByLabel('Only failing').check({ force: true });
      const failed = answer.rows.filter((row) => BAD.has(String(row[at(answer, 'outcome')])));
      await expectLabel(grid, new RegExp(`: ${count(new Set(failed.map((row) => row[at(answer, 'test')])).size)} by`));
    });

    it('should tell about the cell under the pointer', async () => {
      const { grid } = await openHistory(context());
      const { visitor } = context();
      const box = await grid.boundingBox();
      const tooltip = visitor.page.getByRole('tooltip');
      // Where the cells are depends on the lengths of names and dates: the pointer goes across below the header until it meets one.
      for (let x = 150; x < (box?.width ?? 0) && !(await tooltip.isVisible()); x += 15) {
        await grid.hover({ position: { x, y: 55 } });
        await visitor.page.waitForTimeout(50);
      }
      expect(await tooltip.innerText()).toMatch(/passed|failed|flaky|skipped/i);
      expect(visitor.complaints).toEqual([]);
    });
  });

  describe('the timeline panel', () => {
    it('should have a lane for each worker and a box for each attempt of the answer', async () => {
      const { ours, answer } = await openTimeline(context());
      const workers = new Set(column(answer, 'worker'));
      const [lanes, attempts] = [ours.locator('table').nth(0), ours.locator('table').nth(1)];
      expect(await lanes.locator('tbody tr').count()).toBe(workers.size);
      const drawn = (await lanes.locator('tbody tr td:nth-child(2)').allTextContents()).map(Number);
      expect(drawn.reduce((sum, number) => sum + number, 0)).toBe(answer.rows.length);
      expect(await attempts.locator('tbody tr').count()).toBe(Math.min(answer.rows.length, 200));
      const { visitor, version } = context();
      await visitor.picture(`timeline-panel-${version}`);
      expect(await visitor.violations()).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    });

    it('should lead by keys to a failure and its traceback', async () => {
      const { ours, answer } = await openTimeline(context());
      const lanes = ours.getByRole('application', { name: 'Timeline of the workers' });
      await lanes.focus();
      await lanes.press('PageDown');
      await ours.getByRole('heading').first().waitFor();
      const failed = answer.rows
        .filter((row) => row[at(answer, 'status')] === 'fail')
        .map((row) => row[at(answer, 'test')]);
      const shown = await ours.innerText();
      expect(failed.some((test) => shown.includes(String(test).split('.').at(-1) ?? ''))).toBe(true);
      await ours.getByRole('region', { name: 'Attachments' }).getByRole('tab').first().waitFor();
      const { visitor, version } = context();
      await visitor.picture(`timeline-details-${version}`);
      expect(await visitor.violations()).toEqual([]);
      await lanes.focus();
      await lanes.press('Escape');
      expect(visitor.complaints).toEqual([]);
    });

    it('should zoom by wheel and keys, and search', async () => {
      const { ours, answer } = await openTimeline(context());
      const lanes = ours.getByRole('application', { name: 'Timeline of the workers' });
      const from = ours.getByRole('slider', { name: 'Start of the shown time' });
      const whole = await from.getAttribute('aria-valuenow');
      await lanes.hover();
      await context().visitor.page.mouse.wheel(0, -600);
      await expectAttribute(from, 'aria-valuenow', (value) => value !== whole);
      await lanes.focus();
      await lanes.press('0');
      await expectAttribute(from, 'aria-valuenow', (value) => value === whole);
      const [name = ''] = column(answer, 'test').map(String);
      const box = ours.getByRole('combobox', { name: /^Search tests/ });
      await box.fill(name.split('.').at(-1) ?? '');
      await ours.getByRole('option').first().waitFor();
      await box.press('ArrowDown');
      await box.press('Enter');
      await ours.getByRole('heading').first().waitFor();
      expect(context().visitor.complaints).toEqual([]);
    });
  });
}

const BAD = new Set(['failed', 'flaky', 'unfinished', 'uxsuccess']);

type Answer = ShownPanel['frames'][number];

interface Opened {
  /** What the panel draws. */
  readonly ours: Locator;
  /** The first frame that it was given. */
  readonly answer: Answer;
}

async function openHistory(context: TestContext): Promise<Opened & { readonly grid: Locator }> {
  const [job] = await context.stack.data.ask(
    `SELECT s.job_id AS id FROM tm_runs AS r JOIN tm_series AS s ON s.id = r.series_id
     WHERE r.failed > 0 GROUP BY s.job_id ORDER BY COUNT(*) DESC LIMIT 1`,
  );
  const opened = await openPanel(context, `/dashboard/tm-job?var-job=${String(job?.['id'])}`, 'History');
  return { ...opened, grid: opened.ours.getByRole('application', { name: /^History of tests/ }) };
}

async function openTimeline(context: TestContext): Promise<Opened> {
  const [run] = await context.stack.data.ask(
    `SELECT runs.uuid AS uuid FROM runs JOIN test_runs AS tr ON tr.run_id = runs.id
     WHERE tr.status = 'fail' GROUP BY runs.uuid ORDER BY COUNT(*) DESC LIMIT 1`,
  );
  return openPanel(context, `/dashboard/tm-run?var-run=${String(run?.['uuid'])}`, 'Timeline');
}

async function openPanel({ visitor }: TestContext, path: string, title: string): Promise<Opened> {
  // The other panels are looked at with their dashboards; here their tables would only be in the way.
  await visitor.open(`${path}&only=${title}`);
  const panel = (await readPanels(visitor.page)).find((one) => one.title === title);
  const [answer] = panel?.frames ?? [];
  if (answer === undefined) throw new Error(`the panel "${title}" has no answer: ${panel?.problems.join(' ')}`);
  const ours = visitor.page.locator(`section[aria-label="${title}"] [data-ours]`);
  await ours.locator('canvas').first().waitFor();
  return { ours, answer };
}

function at({ columns }: Answer, name: string): number {
  return columns.findIndex((one) => one.name === name);
}

function column(answer: Answer, name: string): unknown[] {
  const index = at(answer, name);
  return answer.rows.map((row) => row[index]);
}

/** Numbers as the panels write them. */
function count(number: number): string {
  return number.toLocaleString('en-US');
}

async function expectAttribute(
  element: Locator,
  name: string,
  isRight: (value: string | null) => boolean,
): Promise<void> {
  let value: string | null = null;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    value = await element.getAttribute(name);
    if (isRight(value)) return;
    await element.page().waitForTimeout(100);
  }
  throw new Error(`${name} stayed ${String(value)}`);
}

function expectLabel(element: Locator, pattern: RegExp): Promise<void> {
  return expectAttribute(element, 'aria-label', (label) => pattern.test(label ?? ''));
}

async function expectChange(element: Locator, from: string | null): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if ((await element.textContent()) !== from) return;
    await element.page().waitForTimeout(100);
  }
  throw new Error(`it still says ${String(from)}`);
}
