import { runsFrame } from '../testing/frames';
import { drawnGrid, gridOf } from '../testing/grids';
import { type Grid } from './grid';
import { readNameFilter } from './name-filter';
import { orderRows, type Sort } from './order-rows';

function names(grid: Grid, sort: Sort, { filter = '', onlyFailing = false } = {}): string[] {
  const order = orderRows(grid, { sort, onlyFailing, filter: readNameFilter(filter) });
  return [...order].map((row) => grid.rows[row]?.name ?? '?');
}

const GRID = drawnGrid({
  test_10: '.....F',
  test_9: 'FF....',
  often: 'F.F...',
  half: 'F.F   ',
  flake: '..B...',
  hung: '.....-',
  fine: '......',
});

describe('orderRows()', () => {
  it('should put first what failed most often, then what failed at the higher rate, then what flaked', () => {
    expect(names(GRID, 'failing')).toEqual(['half', 'often', 'test_9', 'hung', 'test_10', 'flake', 'fine']);
  });

  it('should put first what failed most recently', () => {
    expect(names(GRID, 'recent')).toEqual(['hung', 'test_10', 'half', 'often', 'test_9', 'flake', 'fine']);
  });

  it('should order names by letter, and numbers in them by value', () => {
    expect(names(GRID, 'name')).toEqual(['fine', 'flake', 'half', 'hung', 'often', 'test_9', 'test_10']);
  });

  it('should put the slowest first and what has no duration last', () => {
    const seconds = { a: 1, b: null, c: 9, d: 0 };
    const results = Object.entries(seconds).map(([test, s]) => ({ test, run: 'r', outcome: 'passed', seconds: s }));
    expect(names(gridOf(runsFrame(results)), 'slowest')).toEqual(['c', 'a', 'd', 'b']);
  });

  it('should show only what failed, flaked or did not end', () => {
    expect(names(GRID, 'name', { onlyFailing: true })).toEqual(['flake', 'half', 'hung', 'often', 'test_9', 'test_10']);
  });

  it('should filter by name', () => {
    expect(names(GRID, 'name', { filter: 'test' })).toEqual(['test_9', 'test_10']);
    expect(names(GRID, 'name', { filter: 'nowhere' })).toEqual([]);
  });

  it('should keep tests that are alike in the order they came', () => {
    const twins = [3, 1, 2].map((key) => ({ test: 'same', test_key: key, run: 'r', outcome: 'passed' }));
    const grid = gridOf(runsFrame(twins));
    expect([...orderRows(grid, { sort: 'name', onlyFailing: false, filter: readNameFilter('') })]).toEqual([0, 1, 2]);
  });
});
