import { type DashboardDescription } from '../description';
import { COMPARE_A_LINK, COMPARE_B_LINK, TEST_LINK } from '../links';
import { OUTCOME_TEXT_COLORS } from '../palette';
import { count, linked, outcomeWord, seconds, tablePanel, WIDE, word } from '../panels/table-panel';
import { dimensionVariables, runVariable } from '../variables';
import { CHOSEN } from './filters';
import { runListPanel, runSummaryPanel } from './run-lists';

const NO_RUN = 'Choose two runs: click them in the list at the end of this page';

/** What is different between two runs: outcomes, tests and times. */
export function compareDashboard(): DashboardDescription {
  return {
    name: 'compare',
    title: 'Compare runs',
    description:
      'Two runs side by side: what newly fails, what is fixed, what only one of them ran, what became slower.',
    refresh: '',
    variables: [runVariable('run_a', 'Run A'), runVariable('run_b', 'Run B'), ...dimensionVariables()],
    panels: [
      summaryPanel('A', '${run_a}'),
      summaryPanel('B', '${run_b}'),
      countsPanel(),
      changesPanel(),
      choicePanel(),
    ],
  };
}

function summaryPanel(name: 'A' | 'B', run: string) {
  return runSummaryPanel({
    title: `Run ${name}`,
    description: `What run ${name} said of itself, and its time on the clock beside what was usual for its job.`,
    question: { kind: 'runSummary', runs: run },
    noData: `Run ${name} is not chosen: click one in the list at the end of this page`,
  });
}

function countsPanel() {
  return tablePanel({
    title: 'Changes',
    description:
      'How many tests changed in which way from run A to run B, and how much longer they took in B altogether.',
    question: { kind: 'compareCounts', ...RUNS },
    noData: NO_RUN,
    width: 24,
    height: 8,
    columns: {
      Change: word(CHANGES, 180),
      Tests: count(100),
      Difference: seconds(120),
    },
  });
}

function changesPanel() {
  return tablePanel({
    title: 'What changed from A to B',
    description:
      'The tests that changed, those that newly fail first. Slower or faster is what differs by a half and by half a second.',
    question: { kind: 'compareRuns', ...RUNS, measure: 'changed', limit: 2000 },
    noData: 'Nothing changed between the two runs, or one of them is not chosen',
    width: 24,
    height: 16,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Change: word(CHANGES, 120),
      Before: outcomeWord(90),
      After: outcomeWord(90),
      'Seconds before': seconds(130),
      'Seconds after': seconds(120),
      Difference: seconds(100),
    },
  });
}

const RUNS = { runs: ['${run_a}', '${run_b}'] } as const;

/** What is worse in B is in the color of failures, what is better in the color of passes. */
const CHANGES = [
  { words: ['newly failing', 'still failing', 'slower'], color: OUTCOME_TEXT_COLORS.Failed },
  { words: ['fixed', 'faster'], color: OUTCOME_TEXT_COLORS.Passed },
];

function choicePanel() {
  return runListPanel({
    title: 'Runs to compare',
    description: 'The newest 50 runs of the time range and of the jobs chosen above. A click takes one as run A or B.',
    question: { kind: 'recentRuns', ...CHOSEN },
    height: 11,
    links: [COMPARE_A_LINK, COMPARE_B_LINK],
  });
}
