import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One target of a panel of a provisioned dashboard. */
export interface PanelQuery {
  readonly uid: string;
  readonly dashboard: string;
  readonly panel: string;
  readonly sql: string;
  /** What its variables stand at when the dashboard is opened. */
  readonly defaults: ReadonlyMap<string, string>;
}

interface Dashboard {
  readonly uid?: string;
  readonly title?: string;
  readonly templating?: { readonly list?: readonly Variable[] };
  readonly panels?: readonly Panel[];
}

interface Variable {
  readonly name: string;
  readonly query?: unknown;
  readonly current?: { readonly value?: unknown };
}

interface Panel {
  readonly title?: string;
  readonly targets?: readonly { readonly rawSql?: string; readonly refId?: string }[];
  /** Of a collapsed row. */
  readonly panels?: readonly Panel[];
}

/** Every query of every dashboard, and those that fill the variables; equal ones of one dashboard once. */
export function readPanels(directory: string): readonly PanelQuery[] {
  const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => queriesOf(JSON.parse(readFileSync(join(directory, file), 'utf8')) as Dashboard));
}

function queriesOf({ uid = '', title = '', panels = [], templating }: Dashboard): PanelQuery[] {
  const variables = templating?.list ?? [];
  const defaults = new Map(variables.map(({ name, current }) => [name, textOf(current?.value)]));
  const common = { uid, dashboard: title, defaults };
  const all = [
    ...variables.map(({ name, query }) => ({ ...common, panel: `variable ${name}`, sql: queryText(query) })),
    ...panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]).flatMap((panel) => targetsOf(panel, common)),
  ];
  const seen = new Set<string>();
  return all.filter(({ sql }) => /^\s*(\(?\s*SELECT|WITH)\b/i.test(sql) && seen.size < seen.add(sql).size);
}

function targetsOf({ title = '', targets = [] }: Panel, common: Omit<PanelQuery, 'panel' | 'sql'>): PanelQuery[] {
  return targets.map(({ rawSql = '', refId = '' }) => ({
    ...common,
    panel: targets.length > 1 ? `${title} (${refId})` : title,
    sql: rawSql,
  }));
}

function textOf(value: unknown): string {
  return Array.isArray(value)
    ? value.join()
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : '';
}

/** Text, or an object of the datasource's query editor. */
function queryText(query: unknown): string {
  if (typeof query === 'string') return query;
  if (typeof query !== 'object' || query === null) return '';
  return 'rawSql' in query && typeof query.rawSql === 'string' ? query.rawSql : '';
}
