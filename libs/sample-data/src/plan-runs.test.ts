import { planRuns } from './plan-runs';
import { REPLAYED_JOB, SAMPLE_JOBS } from './sample-jobs';
import { DAY, isWeekend } from './time';

const END = Date.UTC(2026, 10, 24, 15, 30) * 1_000;
const plan = (days = 90, endMicros = END) => planRuns({ seed: 'test', endMicros, days, jobs: SAMPLE_JOBS });

describe('planRuns()', () => {
  it('should fill the days up to the end, oldest first, nothing in the future', () => {
    const starts = plan().map(({ startMicros }) => startMicros);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts[0]).toBeGreaterThanOrEqual(END - 90 * DAY);
    expect(starts[0]).toBeLessThan(END - 88 * DAY);
    expect(starts.at(-1)).toBeLessThan(END);
    expect(starts.at(-1)).toBeGreaterThan(END - DAY);
  });

  it.each([0, 3, 9, 14, 23])('should have runs of the last day whatever the hour is (%d:00 UTC)', (hour) => {
    const end = Date.UTC(2026, 10, 24, hour) * 1_000;
    expect(plan(90, end).filter(({ daysAgo }) => daysAgo < 1).length).toBeGreaterThan(5);
  });

  it('should make hundreds of runs with ids of their own', () => {
    const runs = plan();
    expect(runs.length).toBeGreaterThan(900);
    expect(runs.length).toBeLessThan(1_500);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(runs.length);
    for (const { id } of runs)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('should run nightly jobs once a night and the others less at weekends', () => {
    const runs = plan();
    const nightly = runs.filter(({ job }) => job.name === REPLAYED_JOB);
    expect(nightly.length).toBe(90);
    const others = runs.filter(({ queue }) => queue !== 'periodic');
    const perDay = (atWeekend: boolean) => {
      const ofKind = others.filter(({ startMicros }) => isWeekend(startMicros) === atWeekend);
      return ofKind.length / new Set(ofKind.map(({ startMicros }) => Math.floor(startMicros / DAY))).size;
    };
    expect(perDay(true)).toBeLessThan(perDay(false) / 2);
  });

  it('should replay the thirty recorded runs, in their order, as the last ones of their job', () => {
    const nightly = plan().filter(({ job }) => job.name === REPLAYED_JOB);
    expect(nightly.slice(-30).map(({ replay }) => replay)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    expect(nightly.slice(0, -30).every(({ replay }) => replay === null)).toBe(true);
  });

  it('should hold an outage, changes at fault and runs that broke off', () => {
    const runs = plan();
    expect(runs.filter(({ condition }) => condition === 'outage').length).toBeGreaterThan(1);
    expect(runs.filter(({ condition }) => condition === 'broken_change').length).toBeGreaterThan(20);
    expect(runs.filter(({ cutAt }) => cutAt !== null).length).toBeGreaterThan(2);
  });
});
