import { JOB_LINK, LOGS_LINK, RUN_LINK } from '../links';
import { count, INDENTED, linked, moment, outcomeWord, tablePanel, WIDE, width, WRAPPED } from '../panels/table-panel';
import { CHOSEN_TEST } from './filters';
import { NO_FAILURES } from './texts';

/** What the test failed of, the newest first. */
export function failuresPanel() {
  return tablePanel({
    title: 'Recent failures',
    description:
      'The newest 25 failures and flakes, with the line of the exception and the traceback: the eye in the cell shows all of it.',
    question: { kind: 'testFailures', ...CHOSEN_TEST },
    noData: NO_FAILURES,
    width: 24,
    height: 11,
    columns: {
      time: [...moment('Run at'), ...linked(RUN_LINK)],
      Job: [...linked(JOB_LINK), ...width(175)],
      Branch: width(110),
      Outcome: outcomeWord(85),
      Message: WIDE,
      Traceback: [
        { id: 'custom.inspect', value: true },
        { id: 'custom.minWidth', value: 320 },
      ],
      Logs: [...linked(LOGS_LINK), ...width(90)],
    },
  });
}

/** All of what the test left behind when it failed. */
export function tracebacksPanel() {
  return tablePanel({
    title: 'Newest tracebacks',
    description:
      'The whole text of the newest 3 failures that have one; of a very long one the end. Where Grafana (10) shows it in one line, the eye in the cell shows it as it is.',
    question: { kind: 'testTracebacks', ...CHOSEN_TEST },
    noData: 'No traceback in this time range',
    width: 24,
    height: 12,
    columns: {
      time: [...moment('Run at'), ...linked(RUN_LINK)],
      Job: [...linked(JOB_LINK), ...width(170)],
      Traceback: [...WRAPPED, ...INDENTED],
    },
  });
}

/** What came of trying again. */
export function attemptsPanel() {
  return tablePanel({
    title: 'Attempts',
    description:
      'Runs in which the test failed and was tried again: the status and the duration of every attempt, in order.',
    question: { kind: 'testAttempts', ...CHOSEN_TEST },
    noData: 'This test was not tried again in this time range',
    width: 24,
    height: 8,
    columns: {
      time: [...moment('Run at'), ...linked(RUN_LINK)],
      Job: [...linked(JOB_LINK), ...width(200)],
      Outcome: outcomeWord(90),
      Attempts: count(90),
      Statuses: WIDE,
      Durations: WIDE,
    },
  });
}
