import { type Builder, type Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { type Query } from '@testmetrics/questions';

/** The MySQL datasource that provisioning/datasources brings; dashboards and alert rules name it by this uid. */
export const MYSQL_DATASOURCE = { type: 'mysql', uid: 'testmetrics-mysql' } as const;

/** A panel's query as Grafana's MySQL datasource takes it; the Foundation SDK has no builder for it. */
export function mysqlTarget(query: Query, refId = 'A'): Builder<Dataquery> {
  return {
    build: () =>
      ({
        refId,
        datasource: MYSQL_DATASOURCE,
        editorMode: 'code',
        format: query.format,
        rawQuery: true,
        rawSql: query.sql,
        _implementsDataqueryVariant: () => undefined,
      }) as Dataquery,
  };
}
