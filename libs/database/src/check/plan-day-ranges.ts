import type { DayRange } from './comparisons';

const FIRST_DAY = '1000-01-01';
const AFTER_LAST_DAY = '9999-12-31';

/** How many tests the runs of a day had. */
export interface TestsOfDay {
  readonly day: string;
  readonly tests: number;
}

/** The same by month, under its first day. */
export function perMonth(days: readonly TestsOfDay[]): readonly TestsOfDay[] {
  const months = new Map<string, number>();
  for (const { day, tests } of days) {
    const month = `${day.slice(0, 7)}-01`;
    months.set(month, (months.get(month) ?? 0) + tests);
  }
  return [...months].map(([day, tests]) => ({ day, tests }));
}

/** Cuts all time into ranges of days that have about as many tests each, open at both ends for what should not be there. */
export function planDayRanges(days: readonly TestsOfDay[], testsPerRange: number): readonly DayRange[] {
  const cuts: string[] = [];
  let sum = 0;
  for (const { day, tests } of days) {
    if (sum > 0 && sum + tests > testsPerRange) {
      cuts.push(day);
      sum = 0;
    }
    sum += tests;
  }
  return [FIRST_DAY, ...cuts].map((from, index) => ({ from, before: cuts[index] ?? AFTER_LAST_DAY }));
}
