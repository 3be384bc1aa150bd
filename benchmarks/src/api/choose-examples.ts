import type { Connection } from 'mysql2/promise';

/** What people ask about: the job that runs most, its test that fails most, the newest two large runs. */
export interface Examples {
  readonly job: string;
  readonly project: string;
  readonly test: string;
  readonly run: string;
  readonly earlierRun: string;
}

export async function chooseExamples(connection: Connection): Promise<Examples> {
  const one = async (sql: string): Promise<string> => {
    const [rows] = await connection.query({ sql, rowsAsArray: true });
    return String((rows as unknown[][])[0]?.[0] ?? '');
  };
  const busiest = (column: string) =>
    one(
      `SELECT ${column} FROM tm_job_days JOIN tm_series ON tm_series.id = series_id GROUP BY ${column} ORDER BY SUM(runs) DESC LIMIT 1`,
    );
  const [job, project] = [await busiest('job_id'), await busiest('project_id')];
  const largest = (offset: number) =>
    one(
      `SELECT uuid FROM runs JOIN tm_runs ON run_id = id WHERE complete AND tests > 1000 ORDER BY tm_runs.run_at DESC LIMIT 1 OFFSET ${offset}`,
    );
  return {
    job: await one(`SELECT name FROM tm_jobs WHERE id = ${job}`),
    project: await one(`SELECT name FROM tm_projects WHERE id = ${project}`),
    test: await one(
      `SELECT tests.test_id FROM tests JOIN (SELECT tm_failures.test_id AS id FROM tm_failures JOIN tm_series ON tm_series.id = series_id WHERE job_id = ${job} GROUP BY tm_failures.test_id ORDER BY COUNT(*) DESC LIMIT 1) AS f ON f.id = tests.id`,
    ),
    run: await largest(0),
    earlierRun: await largest(2),
  };
}
