import { readQuery } from './migrate-query';
import { MYSQL_TYPE, type TestMetricsQuery } from './query';

/**
 * Whether a query is to be asked at all. Grafana 10 asks about compiled ones, later versions about saved ones: both are
 * answered. One that cannot be read is asked, since the answer says what is wrong with it.
 */
export function isRunnable(query: TestMetricsQuery): boolean {
  if (query.hide === true) return false;
  const isCompiled = query.datasource?.type === MYSQL_TYPE && typeof query.rawSql === 'string' && query.rawSql !== '';
  return isCompiled || readQuery(query).state !== 'empty';
}
