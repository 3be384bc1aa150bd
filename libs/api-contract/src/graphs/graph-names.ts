/** What a graph is about, and so what has to be said besides its name. */
export type GraphSubject = 'test' | 'tests' | 'key' | 'runs';

/**
 * The graphs of `subunit2sql-graph`, under its names, and what each is about: one test, several (or all) tests, the values of
 * a metadata key, or runs as they come.
 */
export const GRAPH_SUBJECTS = {
  failures: 'test',
  run_time: 'test',
  agg_count: 'tests',
  dailycount: 'runs',
  run_failure_rate: 'key',
  run_time_meta: 'key',
  test_run_time: 'tests',
  ci_time: 'key',
} as const satisfies Readonly<Record<string, GraphSubject>>;

export type GraphName = keyof typeof GRAPH_SUBJECTS;

export const GRAPH_NAMES = Object.keys(GRAPH_SUBJECTS) as readonly GraphName[];

/** Bars or boxes that a graph shows where nothing is said; more would not be readable on a page. */
export const DEFAULT_GRAPH_LIMIT = {
  failures: 1,
  run_time: 1,
  agg_count: 30,
  dailycount: 1,
  run_failure_rate: 30,
  run_time_meta: 20,
  test_run_time: 20,
  ci_time: 10,
} as const satisfies Readonly<Record<GraphName, number>>;

export const MAX_GRAPH_LIMIT = 100;

/** Passes of which `run_time` shows the rolling mean, and days of which `dailycount` does. */
export const ROLLING = { run_time: 20, dailycount: 10 } as const;
