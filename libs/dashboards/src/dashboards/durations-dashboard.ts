import { FAILED_RUNS } from '../annotations';
import { type DashboardDescription } from '../description';
import { dimensionVariables, testVariables } from '../variables';
import { distributionPanel, durationByJobPanel, percentilesPanel, testRunTimesPanel } from './duration-panels';
import { runTimePanel, slowestTestsPanel, timeSpentPanel } from './run-panels';

/** How long runs and tests take, and whether that changes. */
export function durationsDashboard(): DashboardDescription {
  return {
    name: 'durations',
    title: 'Durations',
    description:
      'How long runs and tests take: trend, middle and slow end, distribution, and the tests that take longest.',
    refresh: '5m',
    annotations: [FAILED_RUNS],
    variables: [...dimensionVariables(), ...testVariables()],
    panels: [
      runTimePanel(),
      percentilesPanel('runs'),
      distributionPanel('runs'),
      timeSpentPanel({ width: 12, height: 12 }),
      testRunTimesPanel(12),
      percentilesPanel('tests'),
      distributionPanel('tests'),
      durationByJobPanel({ width: 12, height: 12 }),
      slowestTestsPanel(),
    ],
  };
}
