import { type DataSourceJsonData } from '@grafana/data';
import { type DataQuery } from '@grafana/schema';
import { type Format, type SavedQuestion } from '@testmetrics/questions';

/** Our plugin's id, and the type of the datasource that it reads through. */
export const DATASOURCE_TYPE = 'testmetrics-ci-datasource';
export const MYSQL_TYPE = 'mysql';

/** The shape of saved queries; whoever changes it adds a migration in `migrate-query.ts`. */
export const QUERY_SCHEMA = 1;

/** A question in fields, or SQL text. */
export const QUERY_MODES = ['question', 'sql'] as const;
export type QueryMode = (typeof QUERY_MODES)[number];

/** A query as dashboards and the history of Explore keep it. */
export interface TestMetricsQuery extends DataQuery {
  schema?: number;
  /** Absent = question. */
  mode?: QueryMode;
  question?: SavedQuestion;
  /** Absent = what the question says. */
  format?: Format;
  /** In mode `sql`: what is sent. In the other mode: what the question was compiled to, for expressions; see `dual-form.ts`. */
  rawSql?: string;
}

export interface TestMetricsOptions extends DataSourceJsonData {
  /** The uid of the MySQL datasource that is read through. */
  mysqlUid?: string;
}

/** What Grafana's MySQL datasource takes; it refuses other fields. */
export interface MysqlTarget extends DataQuery {
  rawSql: string;
  format: Format;
}
