import { missingFilters } from './missing-filters';

describe('missingFilters()', () => {
  it('should name what is needed and not given', () => {
    expect(missingFilters({ kind: 'testTrend' })).toEqual(['tests']);
    expect(missingFilters({ kind: 'runTimeline', runs: [] })).toEqual(['runs']);
    expect(missingFilters({ kind: 'jobs' })).toEqual([]);
  });

  it('should take any way to name tests', () => {
    for (const field of ['testPrefix', 'testPattern', 'testSearch', 'testKeys'] as const) {
      expect(missingFilters({ kind: 'testTrend', [field]: 'x' })).toEqual([]);
      expect(missingFilters({ kind: 'testTrend', [field]: '' })).toEqual(['tests']);
    }
  });
});
