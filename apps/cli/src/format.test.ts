import { formatBytes, formatCount, formatSeconds, printable, shorten } from './format';

describe('formatBytes()', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_949, '999.9 kB'],
    [999_950, '1.0 MB'],
    [12_028_560, '12.0 MB'],
    [5e12, '5.0 TB'],
  ])('should write %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});

describe('formatSeconds()', () => {
  it.each([
    [0, '0 s'],
    [0.00085, '850 µs'],
    [0.012, '12 ms'],
    [0.9994, '999 ms'],
    [0.9996, '1.00 s'],
    [4.2, '4.20 s'],
    [59.996, '1 min 00 s'],
    [185.2, '3 min 05 s'],
    [3599.7, '1 h 00 min'],
    [7620, '2 h 07 min'],
  ])('should write %d as %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});

describe('formatCount()', () => {
  it('should group digits', () => {
    expect(formatCount(1234567)).toBe('1,234,567');
  });
});

describe('printable()', () => {
  it('should show control characters instead of letting a terminal obey them', () => {
    expect(printable('a\nb\tc\u001b[31md\u202ee')).toBe('a\\nb\\tc\\u001b[31md\\u202ee');
  });

  it('should leave text of any language alone', () => {
    expect(printable('größe γράμμα 测试 😀')).toBe('größe γράμμα 测试 😀');
  });
});

describe('shorten()', () => {
  it('should cut in the middle and never inside a character', () => {
    expect(shorten('abcdefghij', 7)).toBe('abc…hij');
    expect(shorten('😀😀😀😀😀😀', 3)).toBe('😀…😀');
    expect(shorten('short', 7)).toBe('short');
  });
});
