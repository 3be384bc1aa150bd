import { frameOf, runsFrame, FIRST_RUN_AT } from '../testing/frames';
import { drawnGrid, gridOf } from '../testing/grids';
import { OUTCOME_LABELS, TEXTS } from '../texts';
import { describeHit, spokenText, type Details, type DetailsContext } from './details';
import { type Grid } from './grid';
import { type Hit } from './hit-test';

function describe_(grid: Grid, hit: Hit, isNewestLeft = false): Details {
  const context: DetailsContext = {
    grid,
    order: Uint32Array.from(grid.rows.keys()),
    turned: (column) => (isNewestLeft ? grid.columns.length - 1 - column : column),
    formatTime: (time) => new Date(time).toISOString().slice(0, 16),
    labels: OUTCOME_LABELS,
    noResult: TEXTS.noResult,
    unknownTime: TEXTS.unknownTime,
    now: FIRST_RUN_AT + 24 * 3_600_000,
  };
  const details = describeHit(context, hit);
  if (details === null) throw new Error('nothing there');
  return details;
}

function facts(details: Details): Record<string, string> {
  return Object.fromEntries(details.facts.map(({ label, value }) => [label, value]));
}

const RUN = runsFrame([
  {
    test: 'a.test',
    run: 'run-1',
    outcome: 'flaky',
    seconds: 3.2,
    attempts: 2,
    message: '\n\nAssertionError: 1 != 2\nmore',
  },
  { test: 'b.test', run: 'run-2', outcome: 'passed', seconds: null },
]);

describe('describeHit() of a cell', () => {
  it('should say the outcome, run, job, duration, attempts and the first line of the failure', () => {
    const details = describe_(gridOf(RUN), { kind: 'cell', row: 0, column: 0 });
    expect(details).toMatchObject({
      title: 'a.test',
      outcome: 'flaky',
      headline: 'Flaky',
      message: 'AssertionError: 1 != 2',
      source: 0,
    });
    expect(facts(details)).toEqual({
      Job: 'tempest-full',
      Run: '2026-11-01T07:00 (23 h ago)',
      Duration: '3.2 s',
      Attempts: '2',
    });
  });

  it('should say nothing of what is not known', () => {
    expect(Object.keys(facts(describe_(gridOf(RUN), { kind: 'cell', row: 1, column: 1 })))).toEqual(['Job', 'Run']);
  });

  it('should say that there is no result, and link to nothing', () => {
    const details = describe_(gridOf(RUN), { kind: 'cell', row: 0, column: 1 });
    expect(details).toMatchObject({ headline: 'No result', outcome: null, source: null, message: null });
  });

  it('should find the run also where the newest is on the left', () => {
    expect(describe_(gridOf(RUN), { kind: 'cell', row: 0, column: 1 }, true).outcome).toBe('flaky');
  });

  it('should say where several results are about one cell', () => {
    const twice = gridOf(runsFrame([1, 2].map(() => ({ test: 'a', run: 'r', outcome: 'passed', time: null }))));
    const details = describe_(twice, { kind: 'cell', row: 0, column: 0 });
    expect(facts(details)).toMatchObject({ Results: '2 for this cell; the worst is shown', Run: 'r' });
  });

  it('should count what a bucket of time holds', () => {
    const columns = { passed: [9, 4, 0, 0], failed: [1, 0, 0, 0], skipped: [2, 0, 3, 0], flaky: [3, 0, 0, 0] };
    const grid = gridOf(
      frameOf({ test: ['a', 'a', 'a', 'a'], time: [1, 2, 3, 4], ...columns, seconds: [1.5, 2, 2, 2] }),
    );
    const cell = (column: number): Details => describe_(grid, { kind: 'cell', row: 0, column });
    expect(cell(0).headline).toBe('1 of 10 (10 %) failed');
    expect(facts(cell(0))).toMatchObject({ Flaky: '3', Skipped: '2', 'Mean duration': '1.5 s' });
    expect(cell(1).headline).toBe('All 4 passed');
    expect(cell(2).headline).toBe('3 skipped');
    expect(cell(3).headline).toBe('Unknown');
  });

  it('should cut texts without end, and show signs for what would act on the page', () => {
    const odd = gridOf(
      runsFrame([{ test: `\u202e${'x'.repeat(4000)}`, run: 'r', outcome: 'failed', message: 'y'.repeat(9000) }]),
    );
    const details = describe_(odd, { kind: 'cell', row: 0, column: 0 });
    expect(details.title).toHaveLength(1000);
    expect(details.title.startsWith('\ufffdxxx')).toBe(true);
    expect(details.message).toHaveLength(600);
  });
});

describe('describeHit() of names and headings', () => {
  const grid = drawnGrid({ a: '.FBs-', b: 'sssss' });

  it('should sum up a test over what is shown', () => {
    const details = describe_(grid, { kind: 'name', row: 0 });
    expect(details).toMatchObject({ title: 'a', headline: '2 of 4 (50 %) failed', source: 4 });
    expect(facts(details)).toEqual({
      Flaky: '1',
      Unfinished: '1 of the failed',
      Skipped: '1',
      'Last failed': '2026-11-01T10:00 (20 h ago)',
    });
    expect(describe_(grid, { kind: 'name', row: 1 }).headline).toBe('Neither passed nor failed');
  });

  it('should sum up a run', () => {
    const details = describe_(grid, { kind: 'header', column: 1 });
    expect(details).toMatchObject({
      title: '2026-11-01T07:00 (23 h ago)',
      headline: '1 of 1 (100 %) of the tests here failed',
    });
    expect(describe_(grid, { kind: 'header', column: 3 }).headline).toBe('Nothing passed or failed');
  });

  it('should find nothing where nothing is', () => {
    const order = Uint32Array.from([0]);
    const context = { grid, order, turned: (column: number) => column } as unknown as DetailsContext;
    expect(describeHit(context, { kind: 'name', row: 1 })).toBeNull();
    expect(describeHit(context, { kind: 'cell', row: 0, column: 99 })).toBeNull();
    expect(describeHit(context, { kind: 'header', column: -1 })).toBeNull();
  });
});

describe('spokenText()', () => {
  it('should be one sentence', () => {
    expect(spokenText(describe_(gridOf(RUN), { kind: 'cell', row: 0, column: 0 }))).toBe(
      'a.test: Flaky, Job tempest-full, Run 2026-11-01T07:00 (23 h ago), Duration 3.2 s, Attempts 2, AssertionError: 1 != 2',
    );
  });
});
