import { firstDayToKeep, wholePartitions } from './prune-plan';

describe('firstDayToKeep()', () => {
  it('should cut at midnight, UTC', () => {
    expect(firstDayToKeep(new Date('2026-11-26T02:00:00Z'), 90)).toBe('2026-08-28');
    expect(firstDayToKeep(new Date('2026-03-01T00:00:00Z'), 1)).toBe('2026-02-28');
  });
});

describe('wholePartitions()', () => {
  const partitions = [10, 20, 30, 40].map((bound) => ({ name: `p${bound}`, bound }));
  const bounds = (leastKept: number, greatest: number) =>
    wholePartitions(partitions, { leastKept, greatest, spare: 5 }).map(({ bound }) => bound);

  it('should take those that hold nothing that stays', () => {
    expect(bounds(20, 100)).toEqual([10, 20]);
    expect(bounds(19, 100)).toEqual([10]);
    expect(bounds(9, 100)).toEqual([]);
  });

  it('should leave those whose numbers may just be given out', () => {
    expect(bounds(Infinity, 34)).toEqual([10, 20]);
    expect(bounds(Infinity, 35)).toEqual([10, 20, 30]);
  });
});
