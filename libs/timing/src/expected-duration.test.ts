import { type Expectation, expectedDuration as expected } from './expected-duration';
import { joinRecent, Measured } from './measured';
import { type Statistic } from './statistic';

const CODES = { pass: '01', fail: '02', skip: '03', other: '07' } as const;

/** As the database keeps it. */
function entry(second: number, outcome: keyof typeof CODES, micros: number): string {
  return `${hex(second, 8)}${CODES[outcome]}${hex(micros, 10)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

function expectedDuration(entries: readonly string[], statistic: Statistic, sinceMicros = 0): Expectation | null {
  // Between others, which must make no difference.
  const others = entry(4_000_000_000, 'skip', 1);
  return expected(new Measured([others, entries.join(''), others]), 1, { statistic, sinceMicros });
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

  it('should take that of one second for the newest that has the higher code, then that which took longest', () => {
    const entries = [entry(9, 'pass', 4), entry(9, 'pass', 5), entry(9, 'fail', 1)];
    for (const list of [entries, [...entries].reverse()]) {
      expect(expectedDuration(list, 'last')).toMatchObject({ micros: 5, outcome: 'passed', runs: 2 });
      expect(expectedDuration([...list, entry(9, 'skip', 8)], 'last')).toMatchObject({ micros: 8, outcome: 'skipped' });
    }
  });

  it('should take a code that it does not know for a failure', () => {
    expect(expectedDuration([entry(9, 'other', 4)], 'last')).toMatchObject({ micros: 4, outcome: 'failed' });
  });

  it('should be made of more runs than there usually are', () => {
    const entries = Array.from({ length: 301 }, (_, index) => entry(index, 'pass', (index * 7919) % 301));
    expect(expectedDuration(entries, 'median')).toMatchObject({ micros: 150, runs: 301 });
  });

  it('should count runs from that second on only', () => {
    const entries = [entry(20, 'pass', 2), entry(10, 'pass', 1)];
    expect(expectedDuration(entries, 'mean', 10_000_000)).toMatchObject({ runs: 2 });
    expect(expectedDuration(entries, 'mean', 10_000_001)).toMatchObject({ runs: 1, micros: 2 });
    expect(expectedDuration(entries, 'mean', 20_500_000)).toBeNull();
    expect(expectedDuration([], 'mean')).toBeNull();
    const skipped = entry(5, 'skip', 7);
    expect(expectedDuration([entry(20, 'fail', 2), entry(6, 'pass', 1), skipped], 'mean', 7_000_000)).toMatchObject({
      outcome: 'failed',
      runs: 1,
    });
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

describe('Measured', () => {
  it('should take apart what the database keeps, and leave out what is no whole entry', () => {
    const measured = new Measured([
      `${entry(2, 'pass', 2)}${entry(1, 'fail', 1)}FFFF`,
      '',
      entry(3, 'pass', 4).toLowerCase(),
      entry(0xfedc_ba98, 'skip', 0x98_7654_3210),
    ]);
    expect([...measured.starts]).toEqual([0, 2, 2, 3, 4]);
    expect([...measured.seconds]).toEqual([2, 1, 3, 0xfedc_ba98]);
    expect([...measured.codes]).toEqual([1, 2, 1, 3]);
    expect([...measured.micros]).toEqual([2, 1, 4, 0x98_7654_3210]);
    expect(measured.newestSecond()).toBe(0xfedc_ba98);
    expect(new Measured([]).newestSecond()).toBe(0);
  });

  it('should take several rows of a test for one', () => {
    const rows = [`${entry(2, 'pass', 2)}FFFF`, entry(3, 'fail', 3)] as const;
    expect([...new Measured([joinRecent(...rows)]).seconds]).toEqual([2, 3]);
  });
});
