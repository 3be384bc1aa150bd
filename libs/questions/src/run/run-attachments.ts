import { type Query, table } from '../question';
import { runKey } from '../sql/one-run';
import { and, sql } from '../sql/select';
import { hasTests, nameConditions, type TestFilter } from '../sql/tests';
import { isFailed, testName } from '../sql/words';
import { fileText } from './file-text';

/** The files of the failed and flaky tests of a run, or of the tests that are chosen. */
export function runAttachments(run: string | undefined, limit = 200, tests: TestFilter = {}): Query {
  const chosen = hasTests(tests) ? nameConditions('n', tests) : [`(${isFailed('t.status')} OR t.tm_flaky = 1)`];
  return table(
    sql(
      `SELECT ${testName('n')} AS test, n.id AS test_key, a.tm_attempt AS attempt, COALESCE(a.tm_file_name, a.label, '') AS name,`,
      `COALESCE(a.tm_content_type, '') AS content_type, ${fileText('a.attachment', 'a.tm_content_type', 'a.tm_cut_bytes')} AS content`,
      'FROM test_runs AS t INNER JOIN tests AS n ON n.id = t.test_id INNER JOIN attachments AS a ON a.test_run_id = t.id',
      `WHERE t.run_id = ${runKey(run)}${and(chosen)}`,
      `ORDER BY t.test_id, a.tm_attempt, a.id LIMIT ${limit}`,
    ),
  );
}
