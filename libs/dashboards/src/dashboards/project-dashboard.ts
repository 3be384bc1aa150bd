import { type DashboardDescription } from '../description';
import { JOB_LINK, VALUE_LINK } from '../links';
import { NEUTRAL_COLOR, OUTCOME_COLORS } from '../palette';
import { ago, count, failureShare, linked, seconds, share, tablePanel, width } from '../panels/table-panel';
import { asBackgroundBars, fixedColor, lines, outcomeBars } from '../panels/time-panel';
import { dimensionVariables, metadataVariables } from '../variables';
import { CHOSEN, CHOSEN_METADATA } from './filters';
import { runListPanel } from './run-lists';
import { AT_LEAST, NO_RUNS, WHOLE_DAYS } from './texts';

/** Runs by any metadata key: a project as in OpenStack Health's first page, a provider, a queue, an image. */
export function projectDashboard(): DashboardDescription {
  return {
    name: 'project',
    title: 'Project',
    description:
      'Runs by project, or by any other metadata key: which values fail, how long their runs take, and their jobs.',
    refresh: '1m',
    variables: [...metadataVariables(), ...dimensionVariables()],
    panels: [groupsPanel(), ratesPanel(), timesPanel(), runsPanel(), failureRatePanel(), jobsPanel(), recentPanel()],
  };
}

function groupsPanel() {
  return tablePanel({
    title: 'Values of ${key}',
    description: `The values of the metadata key that is chosen above, whatever value is chosen, with the runs that carry each, up to 14 days of the newest 10,000. ${AT_LEAST} ${WHOLE_DAYS}`,
    question: { kind: 'metadataGroups', ...CHOSEN, metadataKey: '${key}' },
    noData: NO_RUNS,
    width: 24,
    height: 9,
    columns: {
      Value: [{ id: 'custom.minWidth', value: 220 }, ...linked(VALUE_LINK)],
      Jobs: count(70),
      Runs: count(80),
      Failed: count(80),
      'Failure rate': failureShare(110),
      'At least': share(90),
      'Tests run': count(100),
      'Mean run time': seconds(120),
      'Newest run': ago(130),
      Note: width(110),
    },
  });
}

function ratesPanel() {
  return lines({
    title: 'Run failure rate by ${key}',
    description: `Share of runs that failed, of each value. What each rate stands on is in the table above. ${WHOLE_DAYS}`,
    question: { kind: 'runFailureRateByMetadata', ...CHOSEN, metadataKey: '${key}' },
    noData: NO_RUNS,
    unit: 'percentunit',
    width: 12,
    height: 8,
  }).max(1);
}

function timesPanel() {
  return lines({
    title: 'Run time by ${key}',
    description: `Mean time on the clock of the runs of each value: two values far apart explain run times that come in two groups. ${WHOLE_DAYS}`,
    question: { kind: 'runTimeByMetadata', ...CHOSEN, metadataKey: '${key}' },
    noData: 'No runs with known times in this time range',
    unit: 's',
    width: 12,
    height: 8,
  });
}

function runsPanel() {
  return outcomeBars({
    title: 'Runs over time (${value:text})',
    description: `Runs that carry the chosen key and value: passed and failed. ${WHOLE_DAYS}`,
    question: { kind: 'runsOverTime', ...CHOSEN_METADATA },
    noData: NO_RUNS,
    unit: 'short',
    outcomes: ['Passed', 'Failed'],
    width: 12,
    height: 8,
  });
}

function failureRatePanel() {
  return lines({
    title: 'Run failure rate (${value:text})',
    description: `Share of the runs that carry the chosen key and value that failed; the pale bars are the runs it stands on (axis at the right). ${WHOLE_DAYS}`,
    question: { kind: 'runFailureRateOverTime', ...CHOSEN_METADATA },
    noData: NO_RUNS,
    unit: 'percentunit',
    width: 12,
    height: 8,
  })
    .max(1)
    .overrideByName('Failure rate', [fixedColor(OUTCOME_COLORS.Failed)])
    .overrideByName('Runs', [fixedColor(NEUTRAL_COLOR), ...asBackgroundBars('Runs')]);
}

function jobsPanel() {
  return tablePanel({
    title: 'Jobs (${value:text})',
    description: `Jobs with their runs that carry the chosen key and value. ${AT_LEAST} ${WHOLE_DAYS}`,
    question: { kind: 'jobs', ...CHOSEN_METADATA },
    noData: NO_RUNS,
    width: 24,
    height: 9,
    columns: {
      Job: [{ id: 'custom.minWidth', value: 200 }, ...linked(JOB_LINK)],
      Runs: count(90),
      Failed: count(90),
      'Failure rate': failureShare(110),
      'At least': share(90),
      'Tests run': count(110),
      'In tests': seconds(110),
      'Mean run time': seconds(120),
      Note: width(120),
    },
  });
}

function recentPanel() {
  return runListPanel({
    title: 'Recent runs (${value:text})',
    description: 'The newest 50 runs of the time range that carry the chosen key and value.',
    question: { kind: 'recentRuns', ...CHOSEN_METADATA },
    height: 11,
  });
}
