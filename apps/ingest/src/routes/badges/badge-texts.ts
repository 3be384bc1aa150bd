import type { Dimension, FlakyCount, LastRun } from '@testmetrics/answers';

/** What stands on a badge. */
export interface BadgeText {
  readonly label: string;
  readonly message: string;
  readonly tone: BadgeTone;
}

export type BadgeTone = 'good' | 'doubtful' | 'bad' | 'nothing';

/** From here on a pass rate is good, from there on doubtful. */
const GOOD_RATE = 0.95;
const DOUBTFUL_RATE = 0.8;

/** A few flaky tests are doubtful, more are bad. */
const FEW_FLAKY = 5;

export function passRateText(rate: number): BadgeText {
  const tone = rate >= GOOD_RATE ? 'good' : rate >= DOUBTFUL_RATE ? 'doubtful' : 'bad';
  return { label: 'pass rate', message: percent(rate), tone };
}

/** Cut and not rounded: "100 %" is said of no job that failed once. */
function percent(rate: number): string {
  // Floating point leaves 0.29 * 1000 just below 290.
  const tenths = Math.floor(Number((rate * 1000).toFixed(6)));
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)} %`;
}

export function lastRunText({ runAt, hasFailed, failedTests }: LastRun): BadgeText {
  const day = runAt.slice(0, 10);
  const tests = failedTests === 1 ? '1 test' : `${failedTests} tests`;
  return hasFailed
    ? { label: 'last run', message: `failed (${tests}) ${day}`, tone: 'bad' }
    : { label: 'last run', message: `passed ${day}`, tone: 'good' };
}

export function flakyText({ tests, isLeast }: FlakyCount): BadgeText {
  const tone = tests === 0 ? 'good' : tests <= FEW_FLAKY ? 'doubtful' : 'bad';
  return { label: 'flaky tests', message: tests === 0 ? 'none' : `${tests}${isLeast ? '+' : ''}`, tone };
}

/** Instead of a figure. */
export function nothingText(label: string, unknown: Dimension | null): BadgeText {
  return { label, message: unknown === null ? 'no runs' : `unknown ${unknown}`, tone: 'nothing' };
}
