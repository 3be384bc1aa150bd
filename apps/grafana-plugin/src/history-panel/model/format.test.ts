import { agoText, durationText, shareText } from './format';

describe('shareText()', () => {
  it.each([
    [3, 14, '3 of 14 (21 %)'],
    [0, 5, '0 of 5 (0 %)'],
    [0, 0, '0 of 0'],
    [1, 40, '1 of 40 (2.5 %)'],
    [1, 123_456, '1 of 123,456 (under 0.1 %)'],
    [123_455, 123_456, '123,455 of 123,456 (over 99.9 %)'],
    [7, 7, '7 of 7 (100 %)'],
  ])('should say that %d of %d is %j', (part, all, text) => {
    expect(shareText(part, all)).toBe(text);
  });
});

describe('durationText()', () => {
  it.each([
    [0, '0 ms'],
    [0.00123, '1.2 ms'],
    [0.3404, '340 ms'],
    [0.9996, '1 s'],
    [3.214, '3.21 s'],
    [59.96, '1 min 0 s'],
    [125, '2 min 5 s'],
    [3599.6, '1 h 0 min'],
    [3720, '1 h 2 min'],
  ])('should call %d seconds %j', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});

describe('agoText()', () => {
  it('should use one unit, and not tell of the future', () => {
    expect([-5000, 30_000, 300_000, 10_800_000, 1_000_000_000].map(agoText)).toEqual([
      'now',
      'now',
      '5 min',
      '3 h',
      '11 d',
    ]);
  });
});
