import { durationUnit, formatShare } from './units';

describe('durationUnit()', () => {
  it.each([
    [0.2, 'ms'],
    [1, 's'],
    [299, 's'],
    [301, 'min'],
    [20_000, 'h'],
  ])('should draw durations up to %d s in %s', (seconds, name) => {
    expect(durationUnit(seconds).name).toBe(name);
  });
});

describe('formatShare()', () => {
  it.each([
    [0, 0, '–'],
    [0, 7, '0.0 %'],
    [1, 8, '12.5 %'],
    [1, 100_000, '< 0.1 %'],
    [99_999, 100_000, '> 99.9 %'],
    [7, 7, '100.0 %'],
  ])('should say of %d of %d: %s', (part, whole, text) => {
    expect(formatShare(part, whole)).toBe(text);
  });
});
