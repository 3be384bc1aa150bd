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
      Job: [{ id: 'custom.minWidth', value: 160 }, ...linked(JOB_LINK)],
      Project: [...linked(PROJECT_LINK), ...atLeast(150)],
      Branch: width(105),
      Commit: atLeast(105),
      'Tests run': count(85),
      Failed: count(60),
      Flaky: count(55),
      Skipped: count(70),
      'Run time': seconds(80),
      Note: width(85),
      Logs: [...linked(LOGS_LINK), ...width(70)],
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
      Result: outcomeWord(65),
      Job: [{ id: 'custom.minWidth', value: 130 }, ...linked(JOB_LINK)],
      Project: [...linked(PROJECT_LINK), ...atLeast(90)],
      Branch: width(90),
      Queue: HIDDEN,
      Commit: atLeast(90),
      'Tests run': count(90),
      Passed: HIDDEN,
      Failed: count(60),
      Skipped: count(70),
      Flaky: count(55),
      Unfinished: HIDDEN,
      'Failure rate': HIDDEN,
      'Run time': seconds(75),
      'Usual run time': seconds(125),
      'In tests': HIDDEN,
      Received: HIDDEN,
      Note: width(90),
      Logs: [...linked(LOGS_LINK), ...width(70)],
    },
  });
}
