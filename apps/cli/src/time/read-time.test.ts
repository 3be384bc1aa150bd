import { parseInstant } from '@testmetrics/domain';
import { readTime } from './read-time';

const NOW = parseInstant('2026-09-01T03:17:04.5Z') ?? 0;

describe('readTime()', () => {
  it.each([
    ['2026-09-01T05:17:00+02:00', '2026-09-01T05:17:00+02:00'],
    ['2026-09-01', '2026-09-01T00:00:00Z'],
    ['30 days', '2026-08-02T03:18:00.000000Z'],
    ['30d', '2026-08-02T03:18:00.000000Z'],
    ['2w', '2026-08-18T03:18:00.000000Z'],
    ['1 week ago', '2026-08-25T03:18:00.000000Z'],
    ['12H', '2026-08-31T15:18:00.000000Z'],
    ['90 min', '2026-09-01T01:48:00.000000Z'],
  ])('should read %j', (text, time) => {
    expect(readTime(text, NOW)).toBe(time);
  });

  it.each(['', 'yesterday', '30', '2m', '1.5 days', '-1 day', '2026-02-31', '2026-09-01T03:17:00', '99999 weeks'])(
    'should not guess what %j means',
    (text) => {
      expect(readTime(text, NOW)).toBeNull();
    },
  );
});
