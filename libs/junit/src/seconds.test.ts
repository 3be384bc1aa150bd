import { readSeconds } from './seconds';

describe('readSeconds()', () => {
  it.each([
    ['0.001', 0.001],
    ['12', 12],
    ['.5', 0.5],
    ['3.', 3],
    [' 1.5 ', 1.5],
    ['1e-3', 0.001],
    ['1,234.5', 1234.5],
    ['1,234,567.25', 1_234_567.25],
    ['1,234,567', 1_234_567],
    ['0,25', 0.25],
    ['0,250', 0.25],
    ['12,5', 12.5],
  ])('should read %j as %d', (text, seconds) => {
    expect(readSeconds(text)).toEqual({ seconds, problem: null });
  });

  it.each([[null], [''], ['  ']])('should take %j for not given', (text) => {
    expect(readSeconds(text)).toEqual({ seconds: null, problem: null });
  });

  it.each(['NaN', '-0.5', 'Infinity', '-inf', '0:01:02', '1.2.3', '12ms', '1,23,4', '1e300', '٣', 'x'.repeat(1000)])(
    'should say that %j is no duration',
    (text) => {
      const { seconds, problem } = readSeconds(text);
      expect(seconds).toBeNull();
      expect(problem).toMatch(/^time: expected seconds, found ".{1,85}; the test has no duration$/);
    },
  );

  it('should say how it read a comma that may mean two things', () => {
    const { seconds, problem } = readSeconds('1,234');
    expect(seconds).toBe(1234);
    expect(problem).toContain('a comma between thousands');
  });
});
