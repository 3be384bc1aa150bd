import { migrateQuery } from '../query/migrate-query';
import { QUERY_SCHEMA, type TestMetricsQuery } from '../query/query';

/** What the query of an annotation is called where nobody named it. */
const REF_ID = 'Anno';

/** Annotations that a provisioned dashboard describes may lack a target, or hold an older one. */
export function targetOf({ target }: { readonly target?: TestMetricsQuery | undefined }): TestMetricsQuery {
  const query = migrateQuery({ ...target, refId: target?.refId ?? REF_ID });
  return query.question === undefined && query.rawSql === undefined
    ? { ...query, schema: QUERY_SCHEMA, question: { kind: 'failedRuns' } }
    : query;
}
