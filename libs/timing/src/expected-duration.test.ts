import { expectedDuration } from './expected-duration';
import { entriesSince, splitEntries } from './measured';

const CODES = { pass: '01', fail: '02', skip: '03' } as const;

/** A measured duration as the database keeps it. */
function entry(second: number, code: keyof typeof CODES, micros: number): string {
  return `${hex(second, 8)}${CODES[code]}${hex(micros, 10)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

describe('expectedDuration()', () => {
  it('should be made of passes where there are some', () => {
    const entries = [entry(3, 'fail', 1), entry(2, 'pass', 200), entry(1, 'pass', 100)];
    expect(expectedDuration(entries, 'median')).toEqual({
      micros: 150,
      outcome: 'passed',
      runs: 2,
      lastSeenMicros: 3_000_000,
    });
  });

  it('should be made of failures where a test never passed', () => {
    expect(expectedDuration([entry(2, 'fail', 30), entry(1, 'skip', 1)], 'median')).toMatchObject({
      micros: 30,
      outcome: 'failed',
    });
  });

  it('should expect a test to be skipped again, and a skip of old to say nothing', () => {
    const [old, skipped] = [entry(1, 'pass', 900), entry(2, 'skip', 3)];
    expect(expectedDuration([skipped, old], 'median')).toMatchObject({ micros: 3, outcome: 'skipped' });
    expect(expectedDuration([entry(3, 'pass', 700), skipped, old], 'median')).toMatchObject({ micros: 800, runs: 2 });
  });

  it('should not depend on the order in which entries of projects and branches come', () => {
    const entries = [entry(1, 'pass', 100), entry(3, 'pass', 300), entry(2, 'pass', 200)];
    for (const statistic of ['last', 'median', 'mean', 'p90'] as const) {
      expect(expectedDuration(entries, statistic)).toEqual(expectedDuration([...entries].reverse(), statistic));
    }
    expect(expectedDuration(entries, 'last')?.micros).toBe(300);
  });

  it('should count runs from that second on only', () => {
    const entries = [entry(20, 'pass', 2), entry(10, 'pass', 1)];
    expect(expectedDuration(entries, 'mean', entriesSince(10_000_000))).toMatchObject({ runs: 2 });
    expect(expectedDuration(entries, 'mean', entriesSince(10_000_001))).toMatchObject({ runs: 1, micros: 2 });
    expect(expectedDuration(entries, 'mean', entriesSince(20_500_000))).toBeNull();
    expect(expectedDuration([], 'mean')).toBeNull();
  });

  it('should take the times of the far future for what they are', () => {
    expect(expectedDuration([entry(0xffff_ffff, 'pass', 2 ** 40 - 1)], 'last')).toMatchObject({
      micros: 1_099_511_627_775,
      lastSeenMicros: 4_294_967_295_000_000,
    });
    expect(entriesSince(1e20)).toBe('FFFFFFFF');
    expect(entriesSince(-1)).toBe('00000000');
  });
});

describe('splitEntries()', () => {
  it('should take apart what the database keeps, and leave out what is no whole entry', () => {
    const [one, two] = [entry(2, 'pass', 2), entry(1, 'fail', 1)];
    expect(splitEntries(`${one}${two}FFFF`)).toEqual([one, two]);
    expect(splitEntries('')).toEqual([]);
  });
});
