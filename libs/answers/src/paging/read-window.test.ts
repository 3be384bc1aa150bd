import { readWindow } from './read-window';

const NOW = Date.UTC(2026, 10, 26, 3, 16, 31) * 1000;
const MINUTE = 60_000_000;
const DAY = 24 * 60 * MINUTE;

describe('readWindow()', () => {
  it('should end with the minute that is going on, and begin 30 days before', () => {
    const untilMicros = Date.UTC(2026, 10, 26, 3, 17) * 1000;
    expect(readWindow({}, NOW)).toEqual({ sinceMicros: untilMicros - 30 * DAY, untilMicros });
    expect(readWindow({}, NOW + 28_000_000)).toEqual(readWindow({}, NOW));
    expect(readWindow({}, untilMicros).untilMicros).toBe(untilMicros + MINUTE);
  });

  it('should take both ends as they are given', () => {
    expect(readWindow({ since: 5, until: 6 }, NOW)).toEqual({ sinceMicros: 5, untilMicros: 6 });
    expect(readWindow({ until: 7 }, NOW)).toEqual({ sinceMicros: 0, untilMicros: 7 });
  });

  it.each([{ since: 6, until: 6 }, { since: 7, until: 6 }, { since: NOW + DAY }])('should refuse %j', (query) => {
    expect(() => readWindow(query, NOW)).toThrow(expect.objectContaining({ status: 400, code: 'bad_range' }));
  });
});
