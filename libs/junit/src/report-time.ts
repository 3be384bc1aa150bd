import { parseInstant } from '@testmetrics/domain';
import { quote } from './seconds';

export interface ReadTime {
  /** `null` = not known. */
  readonly micros: number | null;
  readonly problem: string | null;
}

const ZONED = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Reads a `timestamp`: ISO 8601, without a zone taken for UTC, as Gradle and jest-junit mean it.
 *
 * Surefire, JUnit's own Ant task and older pytest write the local time of their machine there, and nothing in the report says
 * which that is.
 */
export function readReportTime(text: string | null): ReadTime {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return { micros: null, problem: null };
  const time = DATE_ONLY.test(trimmed) ? `${trimmed}T00:00` : trimmed;
  const micros = parseInstant(DATE_ONLY.test(trimmed) || !ZONED.test(time) ? `${time}Z` : time);
  if (micros !== null && micros >= 0) return { micros, problem: null };
  return { micros: null, problem: `timestamp: expected ISO 8601, found ${quote(trimmed)}; it was left out` };
}
