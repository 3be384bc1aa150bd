import type { Group } from './fold-batch';
import { noTestSums, type TestSums } from './test-day';

const SUMS = Object.keys(noTestSums()) as readonly (keyof TestSums)[];

/** The days of a batch added up by month, under its first day. */
export function testMonthsOf(days: Map<string, Group<TestSums>>): Map<string, Group<TestSums>> {
  const months = new Map<string, Group<TestSums>>();
  for (const { first, second: day, tests } of days.values()) {
    const month = `${String(day).slice(0, 7)}-01`;
    const key = `${first}|${month}`;
    const known = months.get(key);
    // Nearly always all runs of a batch are of one day.
    months.set(key, known === undefined ? { first, second: month, tests } : added(known, tests));
  }
  return months;
}

/** A group of its own, since the first one is still the day's. */
function added(group: Group<TestSums>, more: ReadonlyMap<number, TestSums>): Group<TestSums> {
  const tests = new Map(group.tests);
  for (const [testKey, sums] of more) {
    const total = { ...(tests.get(testKey) ?? noTestSums()) };
    for (const name of SUMS) total[name] += sums[name];
    tests.set(testKey, total);
  }
  return { ...group, tests };
}
