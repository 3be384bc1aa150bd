import { expectedDuration } from './expected-duration';
import { type Measured, type MeasuredOutcome, readMeasured } from './measured';

const OUTCOMES = { pass: 'passed', fail: 'failed', skip: 'skipped' } as const;
const CODES: Readonly<Record<MeasuredOutcome, string>> = { passed: '01', failed: '02', skipped: '03' };

function entry(second: number, outcome: keyof typeof OUTCOMES, micros: number): Measured {
  return { second, outcome: OUTCOMES[outcome], micros };
}

/** As the database keeps it. */
function digits({ second, outcome, micros }: Measured): string {
  return `${hex(second, 8)}${CODES[outcome]}${hex(micros, 10)}`;
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
    expect(expectedDuration(entries, 'mean', 10_000_000)).toMatchObject({ runs: 2 });
    expect(expectedDuration(entries, 'mean', 10_000_001)).toMatchObject({ runs: 1, micros: 2 });
    expect(expectedDuration(entries, 'mean', 20_500_000)).toBeNull();
    expect(expectedDuration([], 'mean')).toBeNull();
  });

  it('should take the times of the far future for what they are', () => {
    expect(expectedDuration([entry(0xffff_ffff, 'pass', 2 ** 40 - 1)], 'last')).toMatchObject({
      micros: 1_099_511_627_775,
      lastSeenMicros: 4_294_967_295_000_000,
    });
    expect(expectedDuration([entry(0, 'pass', 1)], 'last', -1)).toMatchObject({ micros: 1, lastSeenMicros: 0 });
    expect(expectedDuration([entry(0xffff_ffff, 'pass', 1)], 'last', 1e20)).toBeNull();
  });
});

describe('readMeasured()', () => {
  it('should take apart what the database keeps, and leave out what is no whole entry', () => {
    const [one, two] = [entry(2, 'pass', 2), entry(1, 'fail', 1)];
    expect(readMeasured(`${digits(one)}${digits(two)}FFFF`)).toEqual([one, two]);
    expect(readMeasured(`${digits(one)}`.toLowerCase())).toEqual([one]);
    expect(readMeasured(digits(entry(0xfedc_ba98, 'skip', 0x98_7654_3210)))).toEqual([
      { second: 0xfedc_ba98, outcome: 'skipped', micros: 0x98_7654_3210 },
    ]);
    expect(readMeasured('')).toEqual([]);
  });
});
