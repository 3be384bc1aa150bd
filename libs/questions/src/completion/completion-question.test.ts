import { GRAFANA_RANGE } from '../sql/time-range';
import { suspicious } from '../testing';
import { COMPLETIONS, completionQuestion } from './completion-question';

const RANGE = { range: GRAFANA_RANGE };

describe.each([...COMPLETIONS])('the completion of %s', (of) => {
  it('should be one statement with a limit, with nothing typed and with everything', () => {
    const all = {
      search: 'x',
      prefix: 'a.',
      pattern: 'b+',
      metadataKey: 'node',
      jobs: ['j'],
      branchKeys: [1],
      limit: 7,
    };
    for (const request of [{ of }, { of, ...all }]) {
      const { sql, format } = completionQuestion(request, RANGE);
      expect(format).toBe('table');
      expect(sql).toMatch(/^SELECT .*__text/);
      expect(sql).toContain('AS __value');
      expect(sql).toMatch(/LIMIT (100|7)$/);
      expect(suspicious(sql)).toBeUndefined();
    }
  });

  it('should refuse a bad limit', () => {
    expect(() => completionQuestion({ of, limit: 5001 }, RANGE)).toThrow('from 1 to 5000');
  });
});

describe('completionQuestion()', () => {
  it('should not narrow a name by itself, so that another can be added', () => {
    const { sql } = completionQuestion({ of: 'jobs', jobs: ['chosen'], projects: ['nova'] }, RANGE);
    expect(sql).toContain("'nova'");
    expect(sql).not.toContain("'chosen'");
  });

  it('should refuse a pattern that is none, and what cannot be completed', () => {
    expect(() => completionQuestion({ of: 'tests', pattern: '(' }, RANGE)).toThrow('"pattern"');
    expect(() => completionQuestion({ of: 'weather' as never }, RANGE)).toThrow('Expected one of projects');
  });
});
