import { type DashboardDescription } from '../description';
import { COMPARE_LINK, TEST_LINK } from '../links';
import { timelinePanel } from '../panels/own-panels';
import {
  bytes,
  count,
  HIDDEN,
  INDENTED,
  linked,
  outcomeWord,
  ratio,
  seconds,
  tablePanel,
  WIDE,
  width,
  WRAPPED,
} from '../panels/table-panel';
import { dimensionVariables, runVariable, selectedTestVariable } from '../variables';
import { CHOSEN, CHOSEN_RUN } from './filters';
import { runListPanel, runSummaryPanel } from './run-lists';

const NO_RUN = 'No run chosen, or its rows have been pruned: click a run in the list at the end of this page';

/** What happened in one run: as StackViz showed it, and against what is usual for its job. */
export function runDashboard(): DashboardDescription {
  return {
    name: 'run',
    title: 'Run',
    description: 'One run: its workers over time, its failures with tracebacks, and every test against its usual time.',
    refresh: '',
    variables: [runVariable('run', 'Run'), ...dimensionVariables(), selectedTestVariable()],
    panels: [
      summaryPanel(),
      { app: timeline(), sql: longestTestsPanel() },
      failuresPanel(),
      testsPanel(),
      workersPanel(),
      metadataPanel(),
      filesPanel(),
      otherRunsPanel(),
    ],
  };
}

function summaryPanel() {
  return runSummaryPanel({
    title: 'This run',
    description:
      'What the run said of itself, and its time on the clock beside the mean of its job, project, branch and queue in the 30 days up to it.',
    question: { kind: 'runSummary', ...CHOSEN_RUN },
    noData: NO_RUN,
  });
}

function timeline() {
  return timelinePanel({
    title: 'Timeline',
    description:
      'One lane a worker, one box an attempt, as long as it took. Drag or turn the wheel to look closer; arrow keys go from test to test; a click shows its details and attachments.',
    question: { kind: 'runTimeline', ...CHOSEN_RUN },
    attachments: { kind: 'runAttachments', ...CHOSEN_RUN, testKeys: '${test_key}' },
    noData: NO_RUN,
    width: 24,
    height: 14,
    links: { test: TEST_LINK },
  });
}

/** Where the timeline stands in the app: what it is read for first. */
function longestTestsPanel() {
  return tablePanel({
    title: 'Timeline',
    description:
      'Every attempt in the order of its start, with its worker. (The picture of it needs the Test Metrics app.)',
    question: { kind: 'runTimeline', ...CHOSEN_RUN },
    noData: NO_RUN,
    width: 24,
    height: 14,
    columns: {
      test: [...WIDE, ...linked(TEST_LINK)],
      attempt: count(75),
      status: outcomeWord(90),
      flaky: HIDDEN,
      start: [{ id: 'unit', value: 'dateTimeAsIso' }, ...width(155)],
      stop: [{ id: 'unit', value: 'dateTimeAsIso' }, ...width(155)],
      worker: width(110),
      tags: width(140),
      message: WIDE,
    },
  });
}

function failuresPanel() {
  return tablePanel({
    title: 'Failures',
    description:
      'The tests that failed or were flaky, each with the text that explains it; of a very long one the end. Where Grafana (10) shows it in one line, the eye in the cell shows it as it is.',
    question: { kind: 'runFailures', ...CHOSEN_RUN },
    noData: 'No test of this run failed',
    width: 24,
    height: 12,
    columns: {
      Test: [...width(320), ...linked(TEST_LINK)],
      Outcome: outcomeWord(95),
      Duration: seconds(80),
      Message: width(260),
      Traceback: [...WRAPPED, ...INDENTED, { id: 'custom.minWidth', value: 420 }],
    },
  });
}

function testsPanel() {
  return tablePanel({
    title: 'Tests of this run',
    description:
      'Every test, failed ones first and then the longest. "Usual duration" is the mean of its passes in the same job, project, branch and queue in the 30 days up to the run, and "Usual passes" what it stands on; "Times usual" says how many times as long it took here.',
    question: { kind: 'runTests', ...CHOSEN_RUN, limit: 5000 },
    noData: NO_RUN,
    width: 24,
    height: 14,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Outcome: outcomeWord(95),
      Duration: seconds(80),
      'Usual duration': seconds(115),
      'Times usual': ratio(110),
      'Usual passes': count(105),
      Attempts: count(80),
      // The timeline shows when, the list of failures why.
      Started: HIDDEN,
      Worker: width(95),
      Message: HIDDEN,
    },
  });
}

function workersPanel() {
  return tablePanel({
    title: 'Workers',
    description:
      'What each worker did: the time in its attempts, and the time between its first start and its last stop in which it had none. The last to end decided how long the run took.',
    question: { kind: 'runWorkers', ...CHOSEN_RUN },
    noData: NO_RUN,
    width: 12,
    height: 8,
    columns: {
      Worker: [{ id: 'custom.minWidth', value: 100 }],
      Attempts: count(80),
      Busy: seconds(85),
      'From first to last': seconds(145),
      Idle: seconds(80),
      Started: HIDDEN,
      Ended: HIDDEN,
    },
  });
}

function metadataPanel() {
  return tablePanel({
    title: 'Metadata',
    description: 'All that was said about the run when it was sent.',
    question: { kind: 'runMetadata', ...CHOSEN_RUN },
    noData: 'Nothing was said about this run, or none is chosen',
    width: 12,
    height: 8,
    columns: { Key: width(180), Value: [{ id: 'custom.minWidth', value: 200 }] },
  });
}

function filesPanel() {
  return tablePanel({
    title: 'Files of the run',
    description: 'Files that belong to no test; what was printed between the packets of the stream is called stdout.',
    question: { kind: 'runFiles', ...CHOSEN_RUN },
    noData: 'This run has no files of its own, or none is chosen',
    width: 24,
    height: 5,
    columns: {
      name: width(200),
      content_type: width(200),
      bytes: bytes(100),
      content: [{ id: 'custom.inspect', value: true }, ...WIDE],
    },
  });
}

function otherRunsPanel() {
  return runListPanel({
    title: 'Other runs',
    description:
      'The newest 50 runs of the time range and of the jobs chosen above: a click shows one, or compares it.',
    question: { kind: 'recentRuns', ...CHOSEN },
    height: 11,
    links: [COMPARE_LINK],
  });
}
