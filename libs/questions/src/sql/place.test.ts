import { isBehind, placeColumn, type PlacePart } from './place';

const RATE: PlacePart = { sql: 'f.rate', descending: true };
const KEY: PlacePart = { sql: 'f.id' };
const NAME: PlacePart = { sql: 'n.name', type: 'text' };
const AT: PlacePart = { sql: 'r.run_at', type: 'time', descending: true };

describe('placeColumn()', () => {
  it('should say nothing where no pages are read', () => {
    expect(placeColumn([RATE, KEY], undefined)).toBe('');
  });

  it('should put a text last, which may have spaces in it', () => {
    expect(placeColumn([NAME, KEY], null)).toBe(", CONCAT_WS(' ', f.id, n.name) AS place_key");
    expect(placeColumn([AT], null)).toContain("TIMESTAMPDIFF(MICROSECOND, '1970-01-01', r.run_at)");
  });
});

describe('isBehind()', () => {
  it('should let the first page begin anywhere', () => {
    expect(isBehind([RATE, KEY], null)).toEqual([]);
    expect(isBehind([RATE, KEY], undefined)).toEqual([]);
  });

  it('should go on after equal rows by what follows, and keep every digit of a float', () => {
    expect(isBehind([RATE, KEY], '0.1 7')).toEqual(['(f.rate <= 1e-1 AND (f.rate < 1e-1 OR f.id > 7))']);
    expect(isBehind([KEY], '0.30000000000000004')).toEqual(['f.id > 3.0000000000000004e-1']);
  });

  it('should leave the row itself out by its key, whatever a sum of floats came to', () => {
    expect(isBehind([RATE, { ...KEY, isKey: true }], '0.1 7').at(-1)).toBe('f.id <> 7');
  });

  it('should take a text as it is', () => {
    expect(isBehind([NAME, KEY], "7 it's  two")).toEqual([
      '(n.name >= _utf8mb4 0x69742773202074776f AND (n.name > _utf8mb4 0x69742773202074776f OR f.id > 7))',
    ]);
  });

  it('should take a time as it is', () => {
    expect(isBehind([AT], '1500000')).toEqual(["r.run_at < TIMESTAMP('1970-01-01 00:00:01.500000')"]);
  });

  it.each(['', '1', '1 2 3', '1 x', '1 1e999', "1 2' OR 1=1", ' 1'])('should refuse the place %j', (place) => {
    expect(() => isBehind([RATE, KEY], place)).toThrow(expect.objectContaining({ field: 'after' }));
  });

  it.each(['-1', '1.5', '9007199254740993'])('should refuse the time %j', (place) => {
    expect(() => isBehind([AT], place)).toThrow(expect.objectContaining({ field: 'after' }));
  });
});
