import { type Kind } from './model/kind';
import { type Level } from './model/log-levels';

/** What a kind is called, and the sign that says it without its color. */
export const KIND_TEXTS: Readonly<Record<Kind, { readonly label: string; readonly sign: string }>> = {
  failed: { label: 'Failed', sign: 'F' },
  uxsuccess: { label: 'Unexpected success', sign: 'U' },
  unfinished: { label: 'Unfinished', sign: '…' },
  flaky: { label: 'Flaky', sign: '±' },
  skipped: { label: 'Skipped', sign: 'S' },
  xfail: { label: 'Expected failure', sign: 'X' },
  passed: { label: 'Passed', sign: 'P' },
};

export const LEVEL_LABELS: Readonly<Record<Level, string>> = {
  ERROR: 'ERROR',
  WARNING: 'WARNING',
  INFO: 'INFO',
  DEBUG: 'DEBUG',
};

export const TEXTS = {
  panel: 'Timeline of a run',
  loading: 'Loading the run…',
  queryFailed: 'The query failed without saying why. Look into the inspector of this panel.',
  searchLabel: 'Search tests by part of the name',
  searchPlaceholder: 'Search tests',
  clearSearch: 'Clear the search',
  jumpTo: 'Jump to',
  noHits: 'No test has this in its name.',
  kinds: 'Show attempts by outcome',
  chain: 'Critical chain',
  chainTooltip: 'Show the tests that decided how long the run took',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomAll: 'Show all of the run',
  keys: 'Keys',
  overview: 'Overview of the whole run',
  shownFrom: 'Start of the shown time',
  shownTo: 'End of the shown time',
  lanes: 'Timeline of the workers',
  close: 'Close the details',
  closeChain: 'Hide the critical chain',
  zoomToTest: 'Zoom to it',
  noTags: 'none',
  tooShort: 'Too short to be seen at this zoom.',
  noTime: 'This attempt has no times, so it is not on the timeline.',
  stoppedEarly: 'It stopped before it started: the clock was set back, so how long it took is not known.',
  neverEnded: 'It started and never ended: it is drawn up to the end of the run.',
  attachments: 'Attachments',
  attachmentsLoading: 'Loading the attachments…',
  attachmentsNone: 'This attempt has no attachments.',
  attachmentsNoQuery:
    'This panel has no query for attachments. Add a second query with the question "Run attachments" to see tracebacks and logs here.',
  attachmentsNoVariable:
    'Attachments of this attempt are not loaded. Those of tests that failed come with the run; for the others the dashboard needs the variable that the panel\'s option "Variable for attachments" names.',
  emptyAttachment: 'Empty.',
  levels: 'Show lines by level',
  nothingAtLevel: 'No line has a level that is switched on.',
  copy: 'Copy',
  copied: 'Copied',
} as const;

/** The keys of the timeline, for the list behind the button and for screen readers. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['← →', 'previous, next test of the worker'],
  ['↑ ↓', 'the worker above, below'],
  ['Home End', 'first, last test of the worker'],
  ['Page Up Page Down', 'previous, next failure of the run'],
  ['+ − 0', 'zoom in, out, show all'],
  ['F', 'zoom to the selected test'],
  ['C', 'critical chain'],
  ['/', 'search'],
  ['Enter', 'to the details'],
  ['Esc', 'select nothing'],
];

export const MOUSE: readonly (readonly [action: string, does: string])[] = [
  ['Wheel', 'zoom; with Shift pan; over the names scroll'],
  ['Drag', 'zoom to what you drag over; with Shift pan'],
  ['Double click', 'show all'],
];
