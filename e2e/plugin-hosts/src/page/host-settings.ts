import { type DataSourceInstanceSettings, type PluginMeta } from '@grafana/data';

/** A datasource as an administrator has set it up. */
export interface DatasourceJson {
  readonly uid: string;
  readonly type: string;
  readonly name: string;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

/** A plugin.json with the address of its files. */
export interface PluginJson {
  readonly id: string;
  readonly type: 'app' | 'datasource' | 'panel';
  readonly name: string;
  readonly baseUrl: string;
  readonly includes?: readonly unknown[];
}

/** What the page asks its server for, once. */
export interface HostSettings {
  readonly datasources: readonly DatasourceJson[];
  readonly plugins: readonly PluginJson[];
  readonly dashboards: readonly unknown[];
}

const INFO = {
  author: { name: '' },
  description: '',
  links: [],
  logos: { large: '', small: '' },
  screenshots: [],
  updated: '',
  version: '',
};

export function metaOf(json: PluginJson): PluginMeta {
  return { info: INFO, ...json, module: `${json.baseUrl}/module` } as unknown as PluginMeta;
}

/** A plugin that Grafana brings itself. */
export function coreMeta(id: string): PluginMeta {
  return metaOf({ id, type: 'datasource', name: id, baseUrl: `public/plugins/${id}` });
}

export function instanceSettings(
  json: DatasourceJson,
  index: number,
  plugins: readonly PluginJson[],
): DataSourceInstanceSettings {
  const plugin = plugins.find(({ id }) => id === json.type);
  const meta = plugin === undefined ? coreMeta(json.type) : metaOf(plugin);
  const settings = { id: index + 1, access: 'proxy', readOnly: false, isDefault: index === 0, ...json, meta };
  return settings as unknown as DataSourceInstanceSettings;
}
