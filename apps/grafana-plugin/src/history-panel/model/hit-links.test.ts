import { drawnGrid } from '../testing/grids';
import { linksOfHit, type HitLinks } from './hit-links';
import { type Hit } from './hit-test';

const GRID = drawnGrid({ a: 'F.', b: '.' });

function links(hit: Hit): HitLinks {
  return linksOfHit(
    {
      grid: GRID,
      order: Uint32Array.from([1, 0]),
      turned: (column) => 1 - column,
      context: {
        testLink: '/t/${__data.fields.test}/${__data.fields.run}',
        runLink: '/r/${__data.fields.run}',
        defaultLinks: true,
        replace: (text) => text,
        toAddress: (url) => url,
        timeRange: '',
      },
    },
    hit,
  );
}

describe('linksOfHit()', () => {
  it('should link a cell to its test and run, in the order that is shown', () => {
    const { test, run } = links({ kind: 'cell', row: 1, column: 1 });
    expect([test?.url, run?.url]).toEqual(['/t/a/run-0', '/r/run-0']);
  });

  it('should link a cell without a result to its test and run, too', () => {
    const { test, run, others } = links({ kind: 'cell', row: 0, column: 0 });
    expect([test?.url, run?.url, others]).toEqual(['/t/b/run-0', '/r/run-1', []]);
  });

  it('should link a name to the test, by its newest result, and a heading to the run', () => {
    expect(links({ kind: 'name', row: 1 })).toMatchObject({ test: { url: '/t/a/run-1' }, run: null });
    expect(links({ kind: 'header', column: 0 })).toMatchObject({ test: null, run: { url: '/r/run-1' } });
  });

  it('should link nothing to nowhere', () => {
    expect(links({ kind: 'name', row: 9 })).toEqual({ test: null, run: null, others: [] });
    expect(links({ kind: 'header', column: 9 })).toEqual({ test: null, run: null, others: [] });
  });
});
