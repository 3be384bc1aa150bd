import { type Outcome } from './model/outcome';
import { type GridProblem } from './model/recognise-frames';
import { type Click, type NewestSide, type Sort } from './options';

export const OUTCOME_LABELS: Readonly<Record<Outcome, string>> = {
  passed: 'Passed',
  failed: 'Failed',
  flaky: 'Flaky',
  skipped: 'Skipped',
  xfail: 'Expected failure',
  uxsuccess: 'Unexpected success',
  unfinished: 'Unfinished',
  unknown: 'Unknown',
};

export const OUTCOME_DESCRIPTIONS: Readonly<Record<Outcome, string>> = {
  passed: 'The test passed.',
  failed: 'The test failed.',
  flaky: 'In one run, an attempt failed and another one passed.',
  skipped: 'The test was not run on purpose.',
  xfail: 'The test failed, as expected. Counts as a pass.',
  uxsuccess: 'The test passed though a failure was expected. Counts as a failure.',
  unfinished: 'The test started and never ended. Counts as a failure.',
  unknown: 'The result holds a word for the outcome that is not known here.',
};

export const SORT_LABELS: Readonly<Record<Sort, string>> = {
  failing: 'Most failing',
  recent: 'Last failed',
  name: 'Name',
  slowest: 'Slowest',
};

export const SORT_DESCRIPTIONS: Readonly<Record<Sort, string>> = {
  failing: 'By the number of failures, then by their rate',
  recent: 'What failed most recently first',
  name: 'By name, so that tests of one class stand together',
  slowest: 'By the mean duration',
};

/** What the figure beside a name is. */
export const FIGURE_HEADINGS: Readonly<Record<Sort, string>> = {
  failing: 'failed / ran',
  recent: 'last failed',
  name: 'failed / ran',
  slowest: 'mean time',
};

export const NEWEST_LABELS: Readonly<Record<NewestSide, string>> = { right: 'Right', left: 'Left' };

export const CLICK_LABELS: Readonly<Record<Click, string>> = {
  details: 'Show details',
  run: 'Open the run',
  test: 'Open the test',
};

export const TEXTS = {
  panel: 'History of tests',
  filterPlaceholder: 'Filter tests',
  filterLabel: 'Filter tests: words of the name, -word to leave out, /regular expression/',
  sortLabel: 'Sort tests by',
  onlyFailing: 'Only failing',
  onlyFailingHelp: 'Show only tests that failed, flaked or did not end at least once here',
  clear: 'Show all tests',
  close: 'Close',
  legend: 'Legend',
  zoom: 'Zoom to this time',
  loading: 'Loading the history…',
  queryFailed: 'The query failed without saying why. Look into the inspector of this panel.',
  noHistory: 'No results in this time range for what is chosen. Choose a longer time range, or fewer filters.',
  noFrames:
    'This panel has no query yet. Add one with the Test Metrics datasource and choose the question “History grid”.',
  keys: 'Arrow keys move from cell to cell, Home and End within a test, Page Up and Page Down by pages; Enter opens, Escape closes.',
  test: 'test',
  tests: 'tests',
  run: 'run',
  runs: 'runs',
  times: 'points in time',
  newest: 'newest',
  leftOut: 'rows without a test or a run left out',
  noResult: 'No result',
  unknownTime: 'time unknown',
} as const;

/** Names and explanations of the options. */
export const EDITOR_TEXTS = {
  tests: 'Tests',
  cells: 'Cells',
  links: 'Links',
  sort: {
    name: 'Order',
    description: 'How tests are sorted at first. Whoever looks at the panel can sort them otherwise.',
  },
  onlyFailing: {
    name: 'Only failing',
    description: 'At first, show only tests that failed, flaked or did not end at least once.',
  },
  mergePrefixes: {
    name: 'Merge prefixes',
    description: 'Do not repeat the part of a name that stands above it.',
  },
  showControls: { name: 'Filter and sorting', description: 'Show them above the grid.' },
  showLegend: { name: 'Legend', description: 'Show what the cells mean below the grid.' },
  newest: { name: 'Newest on the', description: 'On which side the newest run or time is.' },
  rowHeight: { name: 'Row height', description: 'In pixels.' },
  cellWidth: { name: 'Cell width', description: 'In pixels; 0: as the panel allows.' },
  nameWidth: { name: 'Width of names', description: 'In pixels; 0: as the names need.' },
  click: { name: 'Click on a cell', description: 'What a click on a cell, or Enter, does.' },
  testLink: {
    name: 'Link to a test',
    description:
      'An address with ${__data.fields.COLUMN} and variables. Empty: the data link of the column test, or our dashboard.',
  },
  runLink: {
    name: 'Link to a run',
    description:
      'An address with ${__data.fields.COLUMN} and variables. Empty: the data link of the column run, or our dashboard.',
  },
  defaultLinks: {
    name: 'Link to our dashboards',
    description: 'Where there is no other link, open the dashboards of one test and of one run.',
  },
} as const;

/** Why no row is left, and how many there would be. */
export function noMatchText(filter: string, onlyFailing: boolean, all: number): string {
  const which = onlyFailing ? 'Of the tests that failed, flaked or did not end, none' : 'No test';
  const trimmed = filter.trim();
  const matches = trimmed === '' ? 'is here' : `matches “${trimmed.slice(0, 100)}”`;
  if (trimmed === '' && onlyFailing)
    return `None of the ${all.toLocaleString('en')} tests failed, flaked or was left unfinished here.`;
  return `${which} ${matches}; there are ${all.toLocaleString('en')} tests in all.`;
}

/** What is wrong with the data of the panel, and what to do. */
export function problemText({ code, found }: GridProblem): string {
  if (code === 'no-frames') return TEXTS.noFrames;
  if (code === 'no-rows') return TEXTS.noHistory;
  return (
    'Expected the columns test, run, time and outcome (one row a result), or test, time, passed and failed (one row a ' +
    `bucket of time); found ${columnList(found)}. Choose the question “History grid” of the Test Metrics datasource.`
  );
}

const MAX_COLUMNS = 8;
const MAX_NAME = 40;

function columnList(found: readonly string[]): string {
  const shown = found
    .slice(0, MAX_COLUMNS)
    .map((name) => (name.length > MAX_NAME ? `${name.slice(0, MAX_NAME)}…` : name));
  const more = found.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
