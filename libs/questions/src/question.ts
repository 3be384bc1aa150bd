import { DASHBOARD_FILTER, type RunFilter } from './sql/filters';
import { GRAFANA_RANGE, type TimeRange } from './sql/time-range';

/** How the MySQL datasource shapes the rows: as they are, or as series over the column `time`. */
export type Format = 'table' | 'time_series';

/** What every question about runs can be narrowed by. */
export interface Scope {
  readonly filter: RunFilter;
  readonly range: TimeRange;
}

/** The scope of a dashboard's panels: its three variables and its time range. */
export const DASHBOARD_SCOPE: Scope = { filter: DASHBOARD_FILTER, range: GRAFANA_RANGE };

/** A question, compiled: the text that Grafana, the preview or the read API sends to the database. */
export interface Query {
  readonly sql: string;
  readonly format: Format;
}

export function table(sql: string): Query {
  return { sql, format: 'table' };
}

export function series(sql: string): Query {
  return { sql, format: 'time_series' };
}
