import { specResults } from './spec-report';

const spec = (title: string, status: string, more: object = {}) => ({
  title,
  file: 'a.spec.ts',
  tests: [{ status, annotations: [], results: [{ errors: [] }], ...more }],
});

describe('specResults()', () => {
  it('should name a spec by the groups around it', () => {
    const inner = { title: 'Explore', specs: [spec('should draw', 'expected')] };
    const report = { suites: [{ title: 'a.spec.ts', file: 'a.spec.ts', suites: [inner] }] };
    expect(specResults(report)).toEqual([
      { file: 'a.spec.ts', title: 'Explore › should draw', outcome: 'passed', words: '' },
    ]);
  });

  it('should keep why a spec failed, without colours', () => {
    const failed = spec('should draw', 'unexpected', {
      results: [{ errors: [{ message: '\u001B[31mno panel\u001B[39m' }] }],
    });
    expect(specResults({ suites: [{ title: '', specs: [failed] }] })).toMatchObject([
      { outcome: 'failed', words: 'no panel' },
    ]);
  });

  it('should count as failed a spec that passed only when it was repeated, and one without a result', () => {
    const specs = [spec('one', 'flaky'), { title: 'two', file: 'a.spec.ts', tests: [] }];
    expect(specResults({ suites: [{ title: '', specs }] }).map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
  });

  it('should keep why a spec was skipped', () => {
    const skipped = spec('one', 'skipped', { annotations: [{ type: 'skip', description: 'needs 10.2' }] });
    expect(specResults({ suites: [{ title: '', specs: [skipped] }] })).toMatchObject([
      { outcome: 'skipped', words: 'needs 10.2' },
    ]);
  });

  it('should fail where Playwright itself could not run', () => {
    expect(specResults({ suites: [], errors: [{ message: 'no such module' }] })).toMatchObject([
      { outcome: 'failed', words: 'no such module' },
    ]);
  });
});
