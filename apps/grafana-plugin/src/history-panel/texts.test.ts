import { problemText, TEXTS } from './texts';

describe('problemText()', () => {
  it('should say what was expected, what was found and which question to choose', () => {
    const text = problemText({ code: 'wrong-columns', found: ['time', 'Failed'] });
    expect(text).toMatch(/^Expected the columns test, run, time and outcome/);
    expect(text).toContain('found time, Failed.');
    expect(text).toContain('Choose the question “History grid”');
  });

  it('should not list without end', () => {
    const text = problemText({ code: 'wrong-columns', found: Array.from({ length: 500 }, () => 'x'.repeat(4000)) });
    expect(text.length).toBeLessThan(700);
    expect(text).toContain('… and 492 more');
  });

  it('should tell a panel without a query from a query without rows', () => {
    expect(problemText({ code: 'no-frames', found: [] })).toBe(TEXTS.noFrames);
    expect(problemText({ code: 'no-rows', found: ['test'] })).toBe(TEXTS.noHistory);
  });
});
