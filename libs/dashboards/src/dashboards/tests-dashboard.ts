import { type DashboardDescription } from '../description';
import { HISTORY_RUN_LINK, PREFIX_LINK, TEST_LINK } from '../links';
import { ago, count, failureShare, duration, linked, seconds, tablePanel, WIDE, width } from '../panels/table-panel';
import { historyPanel } from '../panels/own-panels';
import { dimensionVariables, pageVariable, prefixVariable } from '../variables';
import { CHOSEN } from './filters';
import { failingTestsPanel, slowestTestsPanel } from './run-panels';
import { TEST_COLUMNS } from './test-columns';
import { NO_TESTS, WHOLE_DAYS_TESTS } from './texts';

const PREFIXED = { ...CHOSEN, testPrefix: '${prefix}' } as const;

/** Which tests are there: by name, and the lists by which a suite is trimmed. */
export function testsDashboard(): DashboardDescription {
  return {
    name: 'tests',
    title: 'Tests',
    description:
      'All tests by prefix, those that never fail, the slowest, the costliest, and those that have not run lately.',
    refresh: '5m',
    variables: [prefixVariable(), pageVariable(), ...dimensionVariables()],
    panels: [
      prefixesPanel(),
      searchPanel(),
      { app: historyOfTests(), sql: failingTestsPanel(PREFIXED, 14) },
      neverFailingPanel(),
      slowestTestsPanel(PREFIXED),
      costliestPanel(),
      stalePanel(),
    ],
  };
}

function searchPanel() {
  return tablePanel({
    title: 'Tests by name',
    description: `Tests whose name starts with the prefix above, by name, 100 a page; "Tests found" is how many there are on all pages. ${WHOLE_DAYS_TESTS}`,
    question: { kind: 'testsByPrefix', ...PREFIXED, page: '${page}', limit: 100 },
    noData: 'No test starts with this prefix, or this page lies behind the last one',
    width: 24,
    height: 13,
    columns: TEST_COLUMNS,
  });
}

function prefixesPanel() {
  return tablePanel({
    title: 'Prefixes',
    description:
      'The next part of the names that start with the prefix above; a click goes into it. Counts are of all times and jobs, from the counters of the tests.',
    question: { kind: 'testPrefixes', testPrefix: '${prefix}' },
    noData: 'No test starts with this prefix',
    width: 24,
    height: 8,
    columns: {
      Prefix: [...WIDE, ...linked(PREFIX_LINK)],
      Tests: count(90),
      Passed: count(110),
      Failed: count(100),
      'Failure rate': failureShare(110),
      'Tests that failed': count(140),
      'Total time': seconds(120),
    },
  });
}

function historyOfTests() {
  return historyPanel({
    title: 'History',
    description:
      'Tests that failed in the newest runs of the time range: a row a test, a column a run, a letter besides the color for each outcome.',
    question: { kind: 'historyGrid', ...PREFIXED, columns: 'runs' },
    noData: NO_TESTS,
    width: 24,
    height: 14,
    links: { test: TEST_LINK, run: HISTORY_RUN_LINK },
  });
}

function neverFailingPanel() {
  return tablePanel({
    title: 'Tests that never fail',
    description:
      'Tests without a failure in the whole time range and with 10 passes or more in its newest 30 days, those that cost most time first: what a quota of time could do without.',
    question: { kind: 'neverFailingTests', ...PREFIXED, minRuns: 10, limit: 100 },
    noData: 'No test passed 10 times in this time range without a failure',
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Passes: count(100),
      Failed: count(80),
      Total: seconds(110),
      Mean: seconds(110),
    },
  });
}

function costliestPanel() {
  return tablePanel({
    title: 'Most time in total',
    description:
      'Tests by the sum of the durations of their passes in the newest 30 days of the time range (whole UTC days).',
    question: { kind: 'costliestTests', ...PREFIXED, limit: 50 },
    noData: 'No tests with known durations in this time range',
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Mean: seconds(110),
      Passes: count(100),
      Total: seconds(110),
      Note: width(120),
    },
  });
}

function stalePanel() {
  return tablePanel({
    title: 'Not run lately',
    description:
      'Tests that ran before the time range and not since, those that stopped last first: renamed, removed, or chosen by no job any more.',
    question: { kind: 'staleTests', ...PREFIXED, limit: 100 },
    noData: 'Every test that ran before this time range ran in it too',
    width: 24,
    height: 9,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Job: width(180),
      'Last seen': ago(140),
      'Not run for': duration(130),
      'First seen': ago(140),
      'Runs ever': count(100),
    },
  });
}
