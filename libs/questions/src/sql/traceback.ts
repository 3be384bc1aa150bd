import { sql } from './select';

/** Characters of a traceback that a table shows; the end of a longer one says most. */
const TRACEBACK_CHARACTERS = 8000;

/** The text attachment that explains the failure of the test run `t`: a traceback before any other, of the latest attempt that has one. */
export function traceback(): string {
  const text = `CONVERT(a.attachment USING utf8mb4)`;
  return sql(
    `(SELECT RIGHT(${text}, ${TRACEBACK_CHARACTERS})`,
    '   FROM attachments AS a',
    "  WHERE a.test_run_id = t.id AND (a.tm_content_type LIKE 'text/%' OR a.tm_content_type IS NULL) AND LENGTH(a.attachment) > 0",
    "  ORDER BY a.label LIKE '%traceback%' DESC, a.tm_attempt DESC, a.id LIMIT 1)",
  );
}
