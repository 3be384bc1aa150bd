import { guardFormula, unguardFormula } from './guard-formula';

describe('guardFormula()', () => {
  it.each(['=1+1', '+1', '-1', '@scope/package', '\t=1', '\rx', ' =1', '\n=1', '＝1', "'quoted", "''"])(
    'should mark %j, so that it can be undone',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`);
      expect(unguardFormula(guardFormula(text))).toBe(text);
    },
  );

  it.each(['', 'tempest.api.test_a', 'a=b', 'x -1', '1-2', '(=1)', '"=1"'])('should leave %j alone', (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(unguardFormula(text)).toBe(text);
  });
});
