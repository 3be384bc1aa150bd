import { makeAttempt, makeAttempts } from '../testing/make-attempt';
import { type Kind } from './kind';
import { countKinds, findMatches, listHits, NO_SEARCH } from './search';
import { buildTimeline } from './timeline';

const timeline = buildTimeline([
  makeAttempt({ test: 'pkg.A.test_Boot', start: 5, stop: 6 }),
  makeAttempt({ test: 'pkg.B.test_b[a+(b]', start: 1, stop: 2, worker: 'worker-1', status: 'fail' }),
  makeAttempt({ test: 'pkg.B.test_boot', start: null, stop: null }),
  makeAttempt({ test: 'x'.repeat(4000), start: 3, stop: 9, status: 'skip' }),
]);
const find = (text: string, hidden: readonly Kind[] = []) => findMatches(timeline, { text, hidden: new Set(hidden) });

describe('findMatches()', () => {
  it('should find all where nothing is looked for', () => {
    expect(findMatches(timeline, NO_SEARCH)).toEqual({ isAll: true, count: 4, mask: Uint8Array.of(1, 1, 1, 1) });
  });

  it('should find a part of a name in any case, and signs as themselves', () => {
    expect(find(' BOOT ').mask).toEqual(Uint8Array.of(1, 0, 1, 0));
    expect(find('[a+(b').count).toBe(1);
    expect(find('x'.repeat(3999)).count).toBe(1);
    expect(find('nothing of this kind')).toMatchObject({ count: 0, isAll: false });
  });

  it('should leave out the kinds that are switched off', () => {
    expect(find('', ['passed', 'skipped']).mask).toEqual(Uint8Array.of(0, 1, 0, 0));
    expect(find('boot', ['failed']).count).toBe(2);
  });
});

describe('listHits()', () => {
  it('should list by time over all workers, those without a time last', () => {
    expect(listHits(timeline, find(''), 10)).toEqual([1, 3, 0, 2]);
    expect(listHits(timeline, find('boot'), 10)).toEqual([0, 2]);
  });

  it('should list no more than wanted, and the first ones', () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`worker-${i % 3}`, 1000 - i, 1001] as const);
    const many = buildTimeline(makeAttempts(...rows));
    expect(listHits(many, findMatches(many, NO_SEARCH), 3)).toEqual([299, 298, 297]);
  });
});

describe('countKinds()', () => {
  it('should count what there is, worst first', () => {
    expect(countKinds(timeline)).toEqual([
      { kind: 'failed', count: 1 },
      { kind: 'skipped', count: 1 },
      { kind: 'passed', count: 2 },
    ]);
  });
});
