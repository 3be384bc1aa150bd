import { readReportTime } from './report-time';

const NOON = Date.UTC(2026, 10, 26, 12) * 1000;

describe('readReportTime()', () => {
  it.each([
    ['2026-11-26T12:00:00', NOON],
    ['2026-11-26T12:00:00Z', NOON],
    ['2026-11-26 12:00:00.250', NOON + 250_000],
    ['2026-11-26T13:00:00.000001+01:00', NOON + 1],
    ['2026-11-26T06:30:00-0530', NOON],
    ['2026-11-26', NOON - 12 * 3_600_000_000],
  ])('should read %j', (text, micros) => {
    expect(readReportTime(text)).toEqual({ micros, problem: null });
  });

  it.each(['yesterday', '2026-02-30T00:00:00', '1795694400', 'Thu Nov 26 12:00:00 2026', '1969-12-31T23:59:59'])(
    'should say that %j is none',
    (text) => {
      const { micros, problem } = readReportTime(text);
      expect(micros).toBeNull();
      expect(problem).toContain(JSON.stringify(text));
    },
  );
});
