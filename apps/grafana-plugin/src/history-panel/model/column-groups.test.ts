import { groupColumns } from './column-groups';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 0, 30, 22);

/** Enough of the formats that are used. */
function format(time: number, pattern: string): string {
  const iso = new Date(time).toISOString();
  const parts: Readonly<Record<string, string>> = {
    ...{ YYYY: iso.slice(0, 4), MMM: iso.slice(5, 7), MM: iso.slice(5, 7), DD: iso.slice(8, 10), D: iso.slice(8, 10) },
    ...{ HH: iso.slice(11, 13), mm: iso.slice(14, 16) },
  };
  return pattern.replace(/YYYY|MMM|MM|DD|D|HH|mm/g, (part) => parts[part] ?? part);
}

function labels(every: number, columns: number, cellWidth: number): string[] {
  const times = Array.from({ length: columns }, (_, index) => START + index * every);
  return groupColumns(times, cellWidth, format).map(({ from, to, label }) => `${label} ${from}-${to}`.trim());
}

describe('groupColumns()', () => {
  it('should head by days where a day has room for its name', () => {
    expect(labels(HOUR, 48, 10)).toEqual(['01 30 0-2', '01 31 2-26', '02 01 26-48']);
  });

  it('should head by hours or minutes where columns are wide and close in time', () => {
    expect(labels(20 * MINUTE, 6, 40)).toEqual(['01 30, 22:00 0-1', '1-2', '2-3', '01 30, 23:00 3-4', '4-5', '5-6']);
    expect(labels(10 * MINUTE, 3, 100)).toEqual(['01 30, 22:00 0-1', '01 30, 22:10 1-2', '01 30, 22:20 2-3']);
  });

  it('should name every second or third day where days are narrow', () => {
    expect(labels(12 * HOUR, 8, 12)).toEqual(['01 30 0-1', '1-3', '3-5', '02 02 5-7', '7-8']);
  });

  it('should head by months and years where time is long', () => {
    expect(labels(DAY, 60, 9)).toEqual(['01 2026 0-2', '02 2026 2-30', '03 2026 30-60']);
    expect(labels(40 * DAY, 20, 9)).toEqual(['2026 0-9', '2027 9-18', '2028 18-20']);
  });

  it('should leave runs without a time without a heading', () => {
    const groups = groupColumns([null, null, START], 100, format);
    expect(groups.map(({ from, to, label }) => [from, to, label])).toEqual([
      [0, 2, ''],
      [2, 3, '01 30, 22:00'],
    ]);
  });

  it('should head nothing where there is nothing', () => {
    expect(groupColumns([], 10, format)).toEqual([]);
  });
});
