import type { Connection } from 'mysql2/promise';
import type { PanelQuery } from './read-panels';

/** What somebody might have chosen: the job that runs most, its newest run that failed, the test that failed most in it. */
export interface Choices {
  readonly job: string;
  readonly project: string;
  readonly projectName: string;
  readonly test: string;
  readonly run: string;
  readonly earlierRun: string;
}

const ALL = '0';

export async function chooseValues(connection: Connection): Promise<Choices> {
  const one = async (sql: string): Promise<string> => {
    const [rows] = await connection.query({ sql, rowsAsArray: true });
    return String((rows as unknown[][])[0]?.[0] ?? '');
  };
  const job = await one(
    'SELECT job_id FROM tm_job_days JOIN tm_series ON tm_series.id = series_id GROUP BY job_id ORDER BY SUM(runs) DESC LIMIT 1',
  );
  const project = await one(
    'SELECT project_id FROM tm_job_days JOIN tm_series ON tm_series.id = series_id GROUP BY project_id ORDER BY SUM(runs) DESC LIMIT 1',
  );
  // The largest runs are those of the night.
  const largest = (offset: number): string =>
    `SELECT uuid FROM runs JOIN tm_runs ON run_id = id WHERE complete AND tests > 1000 ORDER BY tm_runs.run_at DESC LIMIT 1 OFFSET ${offset}`;
  return {
    job,
    project,
    projectName: await one(`SELECT name FROM tm_projects WHERE id = ${project}`),
    test: await one(
      `SELECT test_id FROM tm_failures JOIN tm_series ON tm_series.id = series_id WHERE job_id = ${job} GROUP BY test_id ORDER BY COUNT(*) DESC LIMIT 1`,
    ),
    run: await one(largest(0)),
    earlierRun: await one(largest(2)),
  };
}

/** The variables of a dashboard: everything, and the one thing that it is about. */
export function variablesOf({ uid, defaults }: PanelQuery, choices: Choices): ReadonlyMap<string, string> {
  const isAbout = (name: string): boolean => uid === `tm-${name}` || uid === `tm-sql-${name}`;
  return new Map([
    ...defaults,
    ['job', isAbout('job') ? choices.job : ALL],
    ['project', ALL],
    ['branch', ALL],
    ['key', 'project'],
    ['value', choices.projectName],
    ['test', choices.test],
    ['search', isAbout('test') ? choices.test : 'test'],
    ['prefix', ''],
    ['run', choices.run],
    ['run_a', choices.earlierRun],
    ['run_b', choices.run],
  ]);
}

const DASHBOARDS_ABOUT_ONE = /^tm-(?:sql-)?(?:run|compare|test)$/;
const ASKS_FOR_ONE = /\$\{(?:test|run|run_a|run_b)[:}]/;

/** About one run or one test: may cost more where there is more of it. */
export function isAboutOne({ uid, sql }: Pick<PanelQuery, 'uid' | 'sql'>): boolean {
  return DASHBOARDS_ABOUT_ONE.test(uid) || ASKS_FOR_ONE.test(sql);
}
