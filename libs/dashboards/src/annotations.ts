import { type Builder } from '@grafana/grafana-foundation-sdk/cog';
import { type AnnotationQuery } from '@grafana/grafana-foundation-sdk/dashboard';
import { type SavedQuestion } from '@testmetrics/questions';
import { APP_DATASOURCE, MYSQL_DATASOURCE } from './datasource';
import { CHOSEN, CHOSEN_TEST } from './dashboards/filters';
import { type Flavour } from './flavour';
import { ACCENT_COLOR, NEUTRAL_COLOR, OUTCOME_COLORS } from './palette';

/** Moments and stretches of time that are marked on the charts of a dashboard: a question about events. */
export interface Annotation {
  /** What the switch is called. */
  readonly name: string;
  readonly question: SavedQuestion;
  readonly color: string;
  /** Whether the marks are there when the dashboard is opened. */
  readonly isOn: boolean;
}

/** Off at first: where many runs fail, the marks hide what they stand on. */
export const FAILED_RUNS: Annotation = {
  name: 'Failed runs',
  question: { kind: 'failedRuns', ...CHOSEN },
  color: OUTCOME_COLORS.Failed,
  isOn: false,
};

/** Off where the charts are about something else: weekends are gaps too. */
export const NO_RUNS_FOR_A_DAY: Annotation = {
  name: 'No runs for a day',
  question: { kind: 'missingData', ...CHOSEN, measure: '1d' },
  color: NEUTRAL_COLOR,
  isOn: false,
};

/** Few, and what one looks for. */
export const FIRST_FAILURES: Annotation = {
  name: 'Began to fail',
  question: { kind: 'firstFailures', ...CHOSEN_TEST },
  color: ACCENT_COLOR,
  isOn: true,
};

/** The target lacks its datasource: see in-flavour.ts. */
export function annotationBuilder(
  { name, question, color, isOn }: Annotation,
  flavour: Flavour,
): Builder<AnnotationQuery> {
  const datasource = flavour === 'app' ? APP_DATASOURCE : MYSQL_DATASOURCE;
  const annotation = { name, enable: isOn, iconColor: color, datasource, target: { refId: 'Anno', question } };
  return { build: () => annotation as unknown as AnnotationQuery };
}
