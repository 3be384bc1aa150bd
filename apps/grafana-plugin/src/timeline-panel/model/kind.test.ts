import { kindOf, KINDS, needsAttention, rankOf } from './kind';

describe('kindOf()', () => {
  it.each([
    ['success', 'passed'],
    ['fail', 'failed'],
    ['skip', 'skipped'],
    ['xfail', 'xfail'],
    ['uxsuccess', 'uxsuccess'],
    ['inprogress', 'unfinished'],
    ['unknown', 'unfinished'],
    ['a word of later times', 'unfinished'],
    ['', 'unfinished'],
    ['constructor', 'unfinished'],
    ['__proto__', 'unfinished'],
  ])('should take %j as %s', (status, kind) => expect(kindOf(status, false)).toBe(kind));

  it('should set apart the failed attempt of a flaky test, and leave its other attempts as they are', () => {
    expect(kindOf('fail', true)).toBe('flaky');
    expect(kindOf('success', true)).toBe('passed');
    expect(kindOf('uxsuccess', true)).toBe('uxsuccess');
  });
});

describe('rankOf()', () => {
  it('should put a failure before everything and a pass last', () => {
    expect(rankOf('failed')).toBe(0);
    expect(rankOf('passed')).toBe(KINDS.length - 1);
  });
});

describe('needsAttention()', () => {
  it('should hold for what went wrong only', () => {
    expect(KINDS.filter(needsAttention)).toEqual(['failed', 'uxsuccess', 'unfinished', 'flaky']);
  });
});
