import { type Replace, resolveQuestion } from './resolve-question';

const VARIABLES: Record<string, readonly string[]> = {
  '${job}': ['3', '4'],
  '${csv}': ['5,6, 7'],
  '${all}': ['0'],
  '${grafanaAll}': ['$__all'],
  '${empty}': [''],
  '${none}': [],
  '${name}': ['nova'],
  '${names}': ['nova', "it's $odd"],
  '${limit}': ['10'],
  '${run}': ['00000000-0000-4000-8000-000000000001'],
};

const replace: Replace = (text) => VARIABLES[text] ?? [text];

describe('resolveQuestion()', () => {
  it('should fill in keys, several in one text or one by one', () => {
    expect(resolveQuestion({ kind: 'jobs', jobKeys: '${job}' }, replace)).toEqual({ kind: 'jobs', jobKeys: [3, 4] });
    expect(resolveQuestion({ kind: 'jobs', jobKeys: ['${csv}', 7, '8'] }, replace).jobKeys).toEqual([5, 6, 7, 8]);
  });

  it.each(['${all}', '${grafanaAll}', '${empty}', '${none}', ''])('should take %j for all', (jobKeys) => {
    expect(resolveQuestion({ kind: 'jobs', jobKeys, jobs: jobKeys === '${all}' ? [] : jobKeys }, replace)).toEqual({
      kind: 'jobs',
    });
  });

  it('should fill in names, and never read a name as a variable', () => {
    expect(resolveQuestion({ kind: 'jobs', jobs: '${names}' }, replace).jobs).toEqual(['nova', "it's $odd"]);
    expect(resolveQuestion({ kind: 'jobs', jobs: ['', 'nova', 'nova'] }, replace).jobs).toEqual(['', 'nova']);
  });

  it('should fill in every other field', () => {
    const saved = {
      kind: 'runTests',
      runs: '${run}',
      testSearch: '${name}',
      testPrefix: '${empty}',
      statuses: ['fail'],
      metadata: [
        { key: 'node', value: '${name}' },
        { key: 'node', value: '${empty}' },
        { key: 'node', value: '' },
      ],
      limit: '${limit}',
      page: '${none}',
      columns: 'runs',
    } as const;
    expect(resolveQuestion(saved, replace)).toEqual({
      kind: 'runTests',
      runs: ['00000000-0000-4000-8000-000000000001'],
      testSearch: 'nova',
      statuses: ['fail'],
      metadata: [
        { key: 'node', value: 'nova' },
        { key: 'node', value: '' },
      ],
      limit: 10,
      columns: 'runs',
    });
  });

  it('should refuse several values where one is asked for, instead of taking the first', () => {
    expect(() => resolveQuestion({ kind: 'testsByPrefix', testPrefix: '${names}' }, replace)).toThrow(
      'Expected one value for "testPrefix"',
    );
    const metadata = [{ key: 'node', value: '${names}' }];
    expect(() => resolveQuestion({ kind: 'jobs', metadata }, replace)).toThrow('"metadata[0].value"');
  });

  it('should say so where a variable does not exist', () => {
    expect(() => resolveQuestion({ kind: 'jobs', jobKeys: '${gone}' }, replace)).toThrow(
      'Expected keys (whole numbers) for "jobKeys", found "${gone}". Check that the variable exists and carries keys.',
    );
    expect(() => resolveQuestion({ kind: 'jobs', limit: 'many' }, replace)).toThrow('Expected a whole number');
  });

  it('should refuse what parseQuestion() refuses', () => {
    expect(() => resolveQuestion({ kind: 'gone' } as never, replace)).toThrow('"kind"');
    expect(() => resolveQuestion({ kind: 'jobs', job: 'x' } as never, replace)).toThrow('"job"');
    expect(() => resolveQuestion({ kind: 'jobs', runs: 'x' }, replace)).toThrow('UUID');
    expect(() => resolveQuestion({ kind: 'jobs', jobs: [7] } as never, replace)).toThrow('"jobs[0]"');
  });

  it('should leave a question without variables as it is', () => {
    const question = { kind: 'failingTests', jobs: ['a'], testKeys: [4], limit: 5, minRuns: 0 } as const;
    expect(resolveQuestion(question, replace)).toEqual(question);
  });
});
