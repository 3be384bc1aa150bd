import { MYSQL_TYPE, QUERY_SCHEMA, type TestMetricsQuery } from './query';

/** A query of another datasource as ours; none where it holds nothing that we could ask. */
export function importedQuery(query: TestMetricsQuery, originType: string): TestMetricsQuery[] {
  const { refId, rawSql, format, hide } = query;
  if (originType !== MYSQL_TYPE || rawSql === undefined || rawSql.trim() === '') return [];
  return [
    {
      refId,
      schema: QUERY_SCHEMA,
      mode: 'sql',
      rawSql,
      format: format ?? 'table',
      ...(hide === undefined ? {} : { hide }),
    },
  ];
}
