import { differenceCell, partCell, rateCell, timeCell } from './cells';

describe('cells', () => {
  it.each([
    [0, '0 %'],
    [1, '100 %'],
    [0.5, '50.0 %'],
    [0.9999, '> 99.9 %'],
    [0.0012, '0.12 %'],
    [0.00001, '< 0.01 %'],
    [null, ''],
  ])('should never round the rate %d to none or all', (rate, text) => {
    expect(rateCell(rate)).toBe(text);
  });

  it('should show what a rate stands on, times in UTC, and which way a difference goes', () => {
    expect(partCell(31, 1412)).toBe('31 of 1,412');
    expect(timeCell('2026-11-25T21:40:03.000000Z')).toBe('2026-11-25 21:40');
    expect([differenceCell(-0.34), differenceCell(1.2), differenceCell(0)]).toEqual(['−340 ms', '+1.20 s', '0 s']);
  });
});
