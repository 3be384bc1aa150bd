import { type AdHocFilter, withAdHocFilters } from './ad-hoc-filters';

const filter = (key: string, value: string, operator = '=', values?: string[]): AdHocFilter => ({
  key,
  operator,
  value,
  ...(values === undefined ? {} : { values }),
});

describe('withAdHocFilters()', () => {
  it('should narrow by project, job and branch', () => {
    const { question } = withAdHocFilters({ kind: 'jobs' }, [
      filter('project', 'nova'),
      filter('job', 'full'),
      filter('branch', 'a', '=|', ['a', 'b']),
    ]);
    expect(question).toMatchObject({ projects: ['nova'], jobs: ['full'], branches: ['a', 'b'] });
  });

  it('should take the place of the own choice, keys included', () => {
    const { question } = withAdHocFilters({ kind: 'jobs', jobKeys: [3], jobs: ['x'] }, [filter('job', 'full')]);
    expect(question).toMatchObject({ jobs: ['full'], jobKeys: undefined });
  });

  it('should take a regular expression for tests in place of other ways to name them', () => {
    const own = { kind: 'testStat', testKeys: [4], testPrefix: 'a' } as const;
    const { question } = withAdHocFilters(own, [filter('test', 'boot|resize', '=~')]);
    expect(question).toMatchObject({ testPattern: 'boot|resize', testKeys: undefined, testPrefix: undefined });
  });

  it('should name the filters that the question knows nothing of', () => {
    expect(withAdHocFilters({ kind: 'jobs' }, [filter('test', 'boot')])).toEqual({
      question: { kind: 'jobs' },
      ignored: ['test = boot'],
    });
  });

  it('should skip a filter that is not finished', () => {
    expect(withAdHocFilters({ kind: 'jobs' }, [filter('', 'x'), filter('job', 'x', '')]).question).toEqual({
      kind: 'jobs',
    });
  });

  it.each([
    [filter('job', 'x', '!='), 'expected the operator ='],
    [filter('job', 'x', '=~'), 'expected the operator ='],
    [filter('queue', 'x'), 'expected one of project, job'],
    [filter('status', 'bad'), 'expected one of success, fail'],
    [filter('metadata.node', 'a', '=|', ['a', 'b']), 'takes one value'],
  ])('should refuse %j in a sentence', (bad, words) => {
    expect(() => withAdHocFilters({ kind: 'runTests' as 'jobs' }, [bad])).toThrow(words);
  });
});
