import { JOB_LINK, LOGS_LINK, RUN_LINK, TEST_LINK } from '../links';
import { ago, count, linked, moment, outcomeWord, tablePanel, WIDE, width } from '../panels/table-panel';
import { CHOSEN } from './filters';
import { NO_FAILURES } from './texts';

/** Panels about single failures that more than one dashboard shows. */

export function latestFailuresPanel({ limit, height }: { readonly limit: number; readonly height: number }) {
  return tablePanel({
    title: 'Latest failed tests',
    description: `The newest ${limit} failures of the time range in all chosen jobs. Tests that passed when they were tried again are not among them.`,
    question: { kind: 'latestFailures', ...CHOSEN, limit },
    noData: NO_FAILURES,
    width: 24,
    height,
    columns: {
      time: [...moment('Run at'), ...linked(RUN_LINK)],
      Test: [...WIDE, ...linked(TEST_LINK)],
      Job: [...linked(JOB_LINK), ...width(165)],
      Branch: width(115),
      Outcome: outcomeWord(100),
      Message: WIDE,
      Logs: [...linked(LOGS_LINK), ...width(70)],
    },
  });
}

export function failingInARowPanel() {
  return tablePanel({
    title: 'Failing in a row',
    description:
      'Tests whose last 3 results or more in a job on a branch were failures, of those that ran in the time range: no flakes any more.',
    question: { kind: 'failingInARow', ...CHOSEN, minRuns: 3 },
    noData: 'No test failed three times in a row',
    width: 24,
    height: 8,
    columns: {
      Test: [...WIDE, ...linked(TEST_LINK)],
      Job: [...linked(JOB_LINK), ...width(165)],
      Branch: width(115),
      'Fails in a row': count(110),
      'Last passed': ago(120),
      'Last failed': [...ago(120), ...linked(RUN_LINK)],
      Message: WIDE,
    },
  });
}
