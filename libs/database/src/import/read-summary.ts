import type { Database } from '../connection/database';
import type { Layout } from './layout';

/** What an import took over, and what it had to change. */
export interface ImportSummary {
  readonly runs: number;
  readonly tests: number;
  readonly testRuns: number;
  /** Rows of tests that had the same name as another one, and became one with it. */
  readonly mergedTests: number;
  /** Runs without a uuid or with that of another run: they got one of their own. */
  readonly renamedRuns: number;
  /** Runs that were here already under their uuid, and were left alone. */
  readonly knownRuns: number;
  /** Test runs whose run or test is gone: they were left out. */
  readonly orphanTestRuns: number;
}

export async function readSummary(database: Database, layout: Layout): Promise<ImportSummary> {
  const source = layout.source('test_runs');
  const rows = await database.rows<{ [Name in keyof ImportSummary]: number }>(
    `SELECT runs.*, tests.*, test_runs.* FROM
       (SELECT COUNT(*) AS runs, COALESCE(SUM(tm_import_runs.renamed), 0) AS renamedRuns,
               COALESCE(SUM(tm_import_runs.known), 0) AS knownRuns FROM tm_import_runs) AS runs,
       (SELECT COUNT(DISTINCT tm_import_tests.new_id) AS tests, COUNT(*) - COUNT(DISTINCT tm_import_tests.new_id) AS mergedTests
          FROM tm_import_tests) AS tests,
       (SELECT COUNT(*) AS testRuns,
               COUNT(*) - COUNT(IF(tm_import_runs.old_id IS NOT NULL AND tm_import_tests.old_id IS NOT NULL, 1, NULL)) AS orphanTestRuns
          FROM ${source} AS source_test_runs
          LEFT JOIN tm_import_runs ON tm_import_runs.old_id = source_test_runs.run_id
          LEFT JOIN tm_import_tests ON tm_import_tests.old_id = source_test_runs.test_id) AS test_runs`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('The summary of the import has no row.');
  return row;
}
