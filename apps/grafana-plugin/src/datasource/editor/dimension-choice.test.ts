import { chosenOptions, variableOptions, withChosen } from './dimension-choice';
import { narrowingOf } from './narrowing';
import { onlyWay, testWayOf } from './test-choice';
import { numberProblem, withNumber } from './whole-number';
import { withKind } from './with-kind';

describe('chosenOptions() and withChosen()', () => {
  it('should show names, and keys where there are any', () => {
    expect(chosenOptions({ kind: 'jobs', jobs: ['a', ''] }, 'jobs').map(({ label }) => label)).toEqual(['a', '(none)']);
    const byKey = chosenOptions({ kind: 'jobs', jobs: ['a'], jobKeys: '${job}' }, 'jobs');
    expect(byKey.map(({ label }) => label)).toEqual(['${job}']);
  });

  it('should write back what it shows', () => {
    const question = { kind: 'jobs', jobKeys: [3, 4], limit: 5 } as const;
    const values = chosenOptions(question, 'jobs').map(({ value }) => value);
    expect(withChosen(question, 'jobs', values)).toEqual({ kind: 'jobs', jobKeys: ['3', '4'], limit: 5 });
  });

  it('should mean names from the first name on, since keys would hide them', () => {
    const values = chosenOptions({ kind: 'jobs', jobKeys: '${job}' }, 'jobs').map(({ value }) => value);
    expect(withChosen({ kind: 'jobs', jobKeys: '${job}' }, 'jobs', [...values, 'full'])).toEqual({
      kind: 'jobs',
      jobs: ['full'],
    });
  });

  it('should mean everything where the last choice was taken back', () => {
    expect(withChosen({ kind: 'jobs', jobs: ['a'] }, 'jobs', [])).toEqual({ kind: 'jobs' });
  });

  it("should take the dashboard's variable of the same name by keys, any other by names", () => {
    const [own, other] = variableOptions(['job', 'text'], 'jobs').map(({ value }) => value);
    expect(withChosen({ kind: 'jobs' }, 'jobs', [own ?? ''])).toEqual({ kind: 'jobs', jobKeys: ['${job}'] });
    expect(withChosen({ kind: 'jobs' }, 'jobs', [other ?? ''])).toEqual({ kind: 'jobs', jobs: ['${text}'] });
    expect(variableOptions(['branch'], 'branches')[0]?.description).toContain('by keys');
  });
});

describe('narrowingOf()', () => {
  it('should narrow by the other fields, without variables', () => {
    const question = { kind: 'jobs', projects: ['nova', '${project}'], jobs: ['full'] } as const;
    expect(narrowingOf(question, 'jobs')).toEqual({ projects: ['nova'] });
  });
});

describe('testWayOf() and onlyWay()', () => {
  it('should tell the way in use, and drop the others', () => {
    const question = { kind: 'testStat', testPattern: 'a|b', testSearch: 'c' } as const;
    expect(testWayOf(question)).toBe('testPattern');
    expect(onlyWay(question, 'testSearch')).toEqual({ kind: 'testStat', testSearch: 'c' });
    expect(onlyWay(question, 'tests')).toEqual({ kind: 'testStat' });
  });

  it('should keep keys beside names', () => {
    expect(onlyWay({ kind: 'testStat', testKeys: '${test}', testPrefix: 'x' }, 'tests')).toEqual({
      kind: 'testStat',
      testKeys: '${test}',
    });
  });
});

describe('numberProblem() and withNumber()', () => {
  it.each([
    ['', undefined],
    [' 5 ', undefined],
    ['${limit}', undefined],
    ['0', 'from 1 to 100'],
    ['101', 'from 1 to 100'],
    ['1.5', 'from 1 to 100'],
    ['many', 'from 1 to 100'],
  ])('should say of %j: %s', (text, words) => {
    const problem = numberProblem(text, 1, 100);
    if (words === undefined) expect(problem).toBeUndefined();
    else expect(problem).toContain(words);
  });

  it('should write numbers, variables, and nothing', () => {
    expect(withNumber({ kind: 'jobs' }, 'limit', ' 5 ')).toEqual({ kind: 'jobs', limit: 5 });
    expect(withNumber({ kind: 'jobs' }, 'limit', '${n}')).toEqual({ kind: 'jobs', limit: '${n}' });
    expect(withNumber({ kind: 'jobs', limit: 5 }, 'limit', '')).toEqual({ kind: 'jobs' });
  });
});

describe('withKind()', () => {
  it('should keep the filters and drop what the new kind would refuse', () => {
    const question = { kind: 'runStat', jobs: ['full'], measure: 'test_time', limit: 90_000, page: 3 } as const;
    expect(withKind(question, 'failingTests')).toEqual({ kind: 'failingTests', jobs: ['full'] });
  });

  it('should begin with nothing but the kind', () => {
    expect(withKind(undefined, 'jobs')).toEqual({ kind: 'jobs' });
  });
});
