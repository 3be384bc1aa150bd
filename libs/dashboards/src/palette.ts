import { OUTCOME_FILLS } from './outcome-fills';

/** Of the outcomes that dashboards count, by the names of their series; color never stands alone, a word or a position says the same. */
export const OUTCOME_COLORS = {
  Passed: OUTCOME_FILLS.passed,
  Failed: OUTCOME_FILLS.failed,
  Skipped: OUTCOME_FILLS.skipped,
  Flaky: OUTCOME_FILLS.flaky,
} as const;

/** The same as text: enough contrast on white and on black, which the areas' colors have on one of them only. */
export const OUTCOME_TEXT_COLORS = {
  Passed: '#2F86C6',
  Failed: OUTCOME_FILLS.failed,
  Flaky: '#B06F00',
} as const;

export type OutcomeName = keyof typeof OUTCOME_COLORS;

/** Of figures without an outcome, and of a second line over them. */
export const NEUTRAL_COLOR = '#56B4E9';
export const ACCENT_COLOR = '#CC79A7';

/** Failure rates from which a row stands out: some, 8 %, 15 %. */
export const RATE_STEPS = [
  { value: null, color: 'text' },
  { value: 0.08, color: OUTCOME_TEXT_COLORS.Flaky },
  { value: 0.15, color: OUTCOME_TEXT_COLORS.Failed },
];
