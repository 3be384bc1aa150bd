import { frameOf, runsFrame, type Result } from '../testing/frames';
import { drawnGrid, gridOf, outcomesOf } from '../testing/grids';
import { cellDetails } from './cell-details';

describe('buildGrid()', () => {
  it('should have a row a test and a column a run, from the oldest to the newest', () => {
    const results: Result[] = [
      { test: 'a', run: 'run-2', outcome: 'failed' },
      { test: 'b', run: 'run-1', outcome: 'skipped' },
      { test: 'a', run: 'run-1', outcome: 'passed' },
    ];
    const grid = gridOf(runsFrame(results));
    expect(grid.rows.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(grid.columns.map(({ run }) => run)).toEqual(['run-1', 'run-2']);
    expect(outcomesOf(grid)).toEqual([
      ['passed', 'failed'],
      ['skipped', null],
    ]);
  });

  it('should read every outcome, and see a result in a word that it does not know', () => {
    expect(outcomesOf(drawnGrid({ a: '.FBsxu-?' }))).toEqual([
      ['passed', 'failed', 'flaky', 'skipped', 'xfail', 'uxsuccess', 'unfinished', 'unknown'],
    ]);
    const wire = ['success', 'fail', 'skip', 'inprogress', '', null].map((outcome, run) => ({
      test: 'a',
      run: `run-${run}`,
      outcome: outcome as string,
    }));
    expect(outcomesOf(gridOf(runsFrame(wire)))).toEqual([
      ['passed', 'failed', 'skipped', 'unfinished', 'unknown', 'unknown'],
    ]);
  });

  it('should count failures over what passed or failed, as everywhere', () => {
    const [row] = drawnGrid({ a: '.FBsxu-?' }).rows;
    expect(row).toMatchObject({ rated: 6, failed: 3, flaky: 1, unfinished: 1, skipped: 1, lastFailed: 6, lastSeen: 7 });
  });

  it('should sum up columns', () => {
    const { columns } = drawnGrid({ a: '.F', b: 'FF', c: 'sF' });
    expect(columns.map(({ failed, rated }) => [failed, rated])).toEqual([
      [1, 2],
      [3, 3],
    ]);
  });

  it('should keep tests of one name apart by their keys, and know a test without a key by its name', () => {
    const results = [1, 2, null, null].map((key) => ({ test: 'a', test_key: key, run: 'run-1', outcome: 'passed' }));
    const grid = gridOf(runsFrame(results));
    expect(grid.rows.map(({ name }) => name)).toEqual(['a', 'a', 'a']);
    expect(grid.cells.repeats).toEqual(new Map([[2, 2]]));
  });

  it('should show the most telling of several rows about one cell, and say how many there are', () => {
    const twice = (...outcomes: string[]): ReturnType<typeof cellDetails> =>
      cellDetails(
        gridOf(runsFrame(outcomes.map((outcome, n) => ({ test: 'a', run: 'run-1', outcome, message: `m${n}` })))),
        0,
        0,
      );
    expect(twice('passed', 'failed', 'passed')).toMatchObject({ outcome: 'failed', message: 'm1', repeats: 3 });
    expect(twice('failed', 'flaky')).toMatchObject({ outcome: 'failed', message: 'm0', repeats: 2 });
    expect(twice('skipped', 'passed')).toMatchObject({ outcome: 'passed', message: 'm1', repeats: 2 });
  });

  it('should leave out and count rows that name no test or no run', () => {
    const grid = gridOf(
      frameOf({
        test: ['a', null, '', 'b', 'c'],
        run: ['r', 'r', 'r', null, null],
        time: [1, 1, 1, null, 5],
        outcome: ['passed', 'passed', 'passed', 'passed', 'failed'],
      }),
    );
    expect(grid.leftOut).toBe(3);
    expect(grid.rows.map(({ name }) => name)).toEqual(['a', 'c']);
    expect(grid.columns.map(({ run, time }) => [run, time])).toEqual([
      ['r', 1],
      [null, 5],
    ]);
  });

  it('should place runs without a time before all others, and runs of one time by their ids', () => {
    const results = ['b', 'a', 'c'].map((run) => ({ test: 't', run, time: run === 'c' ? null : 7, outcome: 'passed' }));
    expect(gridOf(runsFrame(results)).columns.map(({ run }) => run)).toEqual(['c', 'a', 'b']);
  });

  it('should take the mean of the durations that are known', () => {
    const results = [2, null, 4].map((seconds, n) => ({ test: 'a', run: `run-${n}`, outcome: 'passed', seconds }));
    const grid = gridOf(runsFrame([...results, { test: 'b', run: 'run-1', outcome: 'passed' }]));
    expect(grid.rows.map(({ meanSeconds }) => meanSeconds)).toEqual([3, null]);
  });

  it('should put the frames of several queries into one grid', () => {
    const grid = gridOf(
      runsFrame([{ test: 'a', run: 'run-2', outcome: 'passed', message: 'first' }]),
      runsFrame([{ test: 'a', run: 'run-1', outcome: 'failed', message: 'second' }]),
    );
    expect(outcomesOf(grid)).toEqual([['failed', 'passed']]);
    expect(cellDetails(grid, 0, 0)).toMatchObject({ message: 'second' });
    expect(cellDetails(grid, 0, 1)).toMatchObject({ message: 'first' });
  });

  it('should keep names as they are, however odd or long', () => {
    const names = ['__proto__', 'constructor', '${job}', "'; DROP", '\u0000\u202e', 'x'.repeat(4000), '😀', ' '];
    const grid = gridOf(runsFrame(names.map((test) => ({ test, run: 'hasOwnProperty', outcome: 'passed' }))));
    expect(grid.rows.map(({ name }) => name)).toEqual(names);
    expect(grid.columns).toHaveLength(1);
  });

  it('should need memory by results, not by tests times runs', () => {
    const results = Array.from({ length: 20_000 }, (_, n) => ({ test: `t${n}`, run: `run-${n}`, outcome: 'passed' }));
    const grid = gridOf(runsFrame(results));
    expect([grid.rows.length, grid.columns.length, grid.cells.column.length]).toEqual([20_000, 20_000, 20_000]);
  });

  it('should hold 10,000 tests in 400 runs, each test in some of them', () => {
    const [tests, runs, every] = [10_000, 400, 8];
    const columns = { test: [] as string[], test_key: [] as number[], run: [] as string[], outcome: [] as string[] };
    for (let test = 0; test < tests; test++) {
      for (let run = test % every; run < runs; run += every) {
        columns.test.push(`suite.t${test}`);
        columns.test_key.push(test);
        columns.run.push(`r${run}`);
        columns.outcome.push(test === run ? 'failed' : 'passed');
      }
    }
    const time = columns.run.map((run) => Number(run.slice(1)));
    const grid = gridOf(frameOf({ ...columns, time }));
    expect([grid.rows.length, grid.columns.length]).toEqual([tests, runs]);
    expect(grid.cells.column).toHaveLength((tests * runs) / every);
    expect(grid.rows[399]).toMatchObject({ failed: 1, lastFailed: 399, rated: 50 });
    expect(grid.columns[7]).toMatchObject({ failed: 1, rated: 1250 });
  });
});

describe('buildGrid() of counts', () => {
  const counts = (values: Readonly<Record<string, readonly unknown[]>>): ReturnType<typeof gridOf> =>
    gridOf(frameOf({ test: ['a', 'a', 'a', 'a', 'a'], time: [1, 2, 3, 4, 5], ...values }));
  const grid = counts({
    passed: [9, 0, 10, 4, 0],
    failed: [1, 2, 0, 0, 0],
    flaky: [0, 0, 5, 0, 0],
    skipped: [0, 0, 0, 1, 3],
    unfinished: [0, 0, 0, 0, 0],
    seconds: [1, 4, null, null, null],
  });

  it('should name a bucket after the worst in it', () => {
    expect(outcomesOf(grid)).toEqual([['failed', 'failed', 'flaky', 'passed', 'skipped']]);
  });

  it('should say how much of a bucket failed and was flaky', () => {
    expect([...(grid.cells.shares?.failed ?? [])]).toEqual([26, 255, 0, 0, 0]);
    expect([...(grid.cells.shares?.flaky ?? [])]).toEqual([0, 0, 128, 0, 0]);
  });

  it('should weigh the mean durations of buckets by their results', () => {
    expect(grid.rows[0]?.meanSeconds).toBeCloseTo((10 * 1 + 2 * 4) / 12);
    expect(grid.rows[0]).toMatchObject({ failed: 3, rated: 26, flaky: 5, skipped: 4 });
  });

  it('should read counts that are missing, negative or text', () => {
    const odd = counts({ passed: [null, -4, '3', 'x', undefined], failed: ['1', 0, 0, 0, 0] });
    expect(outcomesOf(odd)).toEqual([['failed', 'unknown', 'passed', 'unknown', 'unknown']]);
  });

  it('should count what never ended among the failed', () => {
    const hung = gridOf(frameOf({ test: ['a'], time: [1], passed: [2], failed: [1], unfinished: [1] }));
    expect(hung.rows[0]).toMatchObject({ failed: 2, rated: 4, unfinished: 1, lastFailed: 0 });
    expect(hung.cells.shares?.failed[0]).toBe(128);
  });

  it('should show a share of one in a million', () => {
    const rare = gridOf(frameOf({ test: ['a'], time: [1], passed: [999_999], failed: [1] }));
    expect(rare.cells.shares?.failed[0]).toBe(1);
  });
});
