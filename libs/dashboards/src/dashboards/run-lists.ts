import { type SavedQuestion } from '@testmetrics/questions';
import { type DataLink, JOB_LINK, LOGS_LINK, PROJECT_LINK, RUN_LINK } from '../links';
import { atLeast, count, HIDDEN, linked, moment, outcomeWord, seconds, tablePanel, width } from '../panels/table-panel';
import { NO_RUNS } from './texts';

/** A table of runs, each of which leads to its own dashboard and to its job. */
export function runListPanel(options: {
  readonly title: string;
  readonly description: string;
  readonly question: SavedQuestion;
  readonly height: number;
  /** Where else a run leads. */
  readonly links?: readonly DataLink[];
}) {
  return tablePanel({
    noData: NO_RUNS,
    width: 24,
    ...options,
    columns: {
      time: [...moment('Run at'), ...linked(RUN_LINK, ...(options.links ?? []))],
      Result: outcomeWord(70),
      Job: [...linked(JOB_LINK), ...atLeast(140)],
      Project: [...linked(PROJECT_LINK), ...atLeast(140)],
      Branch: width(100),
      Commit: width(115),
      'Tests run': count(80),
      Failed: count(60),
      Flaky: count(55),
      Skipped: count(70),
      'Run time': seconds(80),
      Note: width(75),
      Logs: [...linked(LOGS_LINK), ...width(60)],
    },
  });
}

/** One run, in one row. */
export function runSummaryPanel(options: {
  readonly title: string;
  readonly description: string;
  readonly question: SavedQuestion;
  readonly noData: string;
}) {
  return tablePanel({
    width: 24,
    height: 4,
    ...options,
    columns: {
      time: [...moment('Started'), ...linked(RUN_LINK)],
      Result: outcomeWord(60),
      Job: [...linked(JOB_LINK), ...atLeast(115)],
      Project: [...linked(PROJECT_LINK), ...atLeast(115)],
      Branch: width(85),
      Queue: HIDDEN,
      Commit: width(112),
      'Tests run': count(78),
      Passed: HIDDEN,
      Failed: count(55),
      Skipped: count(65),
      Flaky: count(50),
      Unfinished: HIDDEN,
      'Failure rate': HIDDEN,
      'Run time': seconds(72),
      'Usual run time': seconds(112),
      'In tests': HIDDEN,
      Received: HIDDEN,
      Note: width(75),
      Logs: [...linked(LOGS_LINK), ...width(60)],
    },
  });
}
