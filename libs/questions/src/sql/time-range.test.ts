import {
  dayBucket,
  GRAFANA_RANGE,
  isDayInRange,
  isInRange,
  isLong,
  isShort,
  literalRange,
  timeBucket,
} from './time-range';

describe('isInRange()', () => {
  it('should be half open', () => {
    expect(isInRange('r.run_at', GRAFANA_RANGE)).toBe('r.run_at >= $__timeFrom() AND r.run_at < $__timeTo()');
  });
});

describe('isDayInRange()', () => {
  it('should take every day that the range touches', () => {
    expect(isDayInRange('d.day', GRAFANA_RANGE)).toBe('d.day >= DATE($__timeFrom()) AND d.day < $__timeTo()');
  });
});

describe('literalRange()', () => {
  it('should keep microseconds, before 1970 too', () => {
    expect(literalRange(1_700_000_000_123_456, 1_700_000_001_000_000)).toEqual({
      from: "TIMESTAMP('2023-11-14 22:13:20.123456')",
      to: "TIMESTAMP('2023-11-14 22:13:21.000000')",
    });
    expect(literalRange(-1, 0).from).toBe("TIMESTAMP('1969-12-31 23:59:59.999999')");
  });

  it('should refuse fractions of a microsecond', () => {
    expect(() => literalRange(0.5, 1)).toThrow('found 0.5');
  });
});

describe('isShort() and isLong()', () => {
  it('should never hold together', () => {
    expect(isShort(GRAFANA_RANGE, 2)).toBe('TIMESTAMPDIFF(SECOND, $__timeFrom(), $__timeTo()) <= 172800');
    expect(isLong(GRAFANA_RANGE, 2)).toBe('TIMESTAMPDIFF(SECOND, $__timeFrom(), $__timeTo()) > 172800');
  });
});

describe('buckets', () => {
  it('should give macros plain arguments only, since they end at the first bracket', () => {
    for (const sql of [timeBucket('r.run_at', GRAFANA_RANGE), dayBucket('d.day', GRAFANA_RANGE)]) {
      expect(sql.match(/\$__\w+\([^)]*\)/g)?.every((macro) => macro.endsWith('()'))).toBe(true);
    }
  });
});
