import { migrateQuery } from '../query/migrate-query';
import { QUERY_SCHEMA, type TestMetricsQuery } from '../query/query';

/** What the query of an annotation is called where nobody named it. */
const REF_ID = 'Anno';

/**
 * Annotations that a provisioned dashboard describes may lack a target, or hold an older one. A target that lacks nothing is
 * given back itself, not a copy: Grafana prepares an annotation again and again while it is edited, until it stays the same.
 */
export function targetOf({ target }: { readonly target?: TestMetricsQuery | undefined }): TestMetricsQuery {
  const named = target?.refId ? target : { ...target, refId: REF_ID };
  const query = migrateQuery(named);
  return query.question === undefined && query.rawSql === undefined
    ? { ...query, schema: QUERY_SCHEMA, question: { kind: 'failedRuns' } }
    : query;
}
