/**
 * What every outcome looks like, wherever one is drawn: in the panels of Grafana's core and in our own two.
 *
 * From the Okabe-Ito set: told apart with every common form of color blindness, in light and dark. What a dashboard adds
 * up as failed has the color of failures.
 */
export const OUTCOME_FILLS = {
  passed: '#0072B2',
  failed: '#D55E00',
  flaky: '#E69F00',
  skipped: '#999999',
  xfail: '#56B4E9',
  uxsuccess: '#D55E00',
  unfinished: '#CC79A7',
  unknown: '#7F7F7F',
} as const;
