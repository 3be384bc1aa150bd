import { compileSavedQuestion } from './compile-saved-question';

const CHOSEN = { projectKeys: '${project}', jobKeys: '${job}', branchKeys: '${branch}' } as const;

describe('compileSavedQuestion()', () => {
  it('should leave the variables of keys in the SQL, in the format that needs no quotes', () => {
    const { sql } = compileSavedQuestion({ kind: 'jobs', ...CHOSEN });
    for (const name of ['project', 'job', 'branch']) expect(sql).toContain(`(0 IN (\${${name}:csv}) OR`);
    expect(sql).toContain('$__timeFrom()');
  });

  it('should take the test of a variable for the one test, in the format that nothing ends', () => {
    const { sql } = compileSavedQuestion({ kind: 'testOutcomeTotals', ...CHOSEN, testKeys: '${test}' });
    expect(sql).toContain('t.test_id = "${test:lucene}"');
  });

  it('should leave out what the kind does not filter by', () => {
    expect(compileSavedQuestion({ kind: 'jobs', testKeys: '${test}', limit: 7 }).sql).toMatch(/LIMIT 7$/);
    expect(compileSavedQuestion({ kind: 'jobs', testKeys: '${test}' }).sql).not.toContain('${test');
  });

  it('should refuse a variable where none can stand', () => {
    expect(() => compileSavedQuestion({ kind: 'jobs', limit: '${limit}' })).toThrow(
      'Expected a value for "limit", found "${limit}". On plain MySQL this field takes no variable.',
    );
  });

  it('should refuse a variable within other text, as no field can be filled in half', () => {
    expect(() => compileSavedQuestion({ kind: 'jobs', jobKeys: ['1${job}'] })).toThrow('jobKeys');
  });
});
