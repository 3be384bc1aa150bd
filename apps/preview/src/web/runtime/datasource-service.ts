import {
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourcePlugin,
  type ScopedVars,
} from '@grafana/data';
import { type DataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import { MysqlDatasource } from '../datasource/mysql-datasource';
import { builtInMeta, type PluginJson, pluginMeta } from '../plugins/plugin-json';
import { type PluginRegistry } from '../plugins/plugin-registry';

/** What dashboards call the datasources; provisioning/datasources gives them the same uids. */
const MYSQL = { type: 'mysql', uid: 'testmetrics-mysql', name: 'Test metrics MySQL' };
const OURS = { uid: 'testmetrics', name: 'Test metrics', jsonData: { mysqlUid: MYSQL.uid } };

type Ref = string | { readonly uid?: string; readonly type?: string } | null | undefined;

interface ListFilter {
  readonly type?: string | string[];
  readonly pluginId?: string;
}

/** Knows Grafana's MySQL datasource, and ours where the plugin is built. */
export function makeDatasourceService(plugins: PluginRegistry): DataSourceSrv {
  const list = [mysqlSettings(), ...plugins.ofType('datasource').map(ourSettings)];
  const made = new Map<string, Promise<DataSourceApi>>();

  const find = (ref: Ref, scopedVars?: ScopedVars) => {
    const wanted = uidOf(ref, scopedVars);
    if (wanted === undefined || wanted === 'default') return list[0];
    return list.find(({ uid, name }) => uid === wanted || name === wanted);
  };

  const get = (ref?: Ref, scopedVars?: ScopedVars): Promise<DataSourceApi> => {
    const settings = find(ref, scopedVars);
    if (settings === undefined) return Promise.reject(new Error(unknown(uidOf(ref, scopedVars), list)));
    const making = made.get(settings.uid) ?? makeDatasource(settings, plugins);
    made.set(settings.uid, making);
    return making;
  };

  const service = {
    get,
    getList: (filter: ListFilter = {}) => list.filter((settings) => fits(settings, filter)),
    getInstanceSettings: (ref?: Ref, scopedVars?: ScopedVars) => find(ref, scopedVars),
    reload: () => undefined,
    registerRuntimeDataSource: () => undefined,
  };
  return service as unknown as DataSourceSrv;
}

/** A reference may name a dashboard's datasource variable. */
function uidOf(ref: Ref, scopedVars?: ScopedVars): string | undefined {
  const uid = typeof ref === 'string' ? ref : ref?.uid;
  return uid?.includes('$') === true ? getTemplateSrv().replace(uid, scopedVars) : uid;
}

function unknown(uid: string | undefined, list: readonly DataSourceInstanceSettings[]): string {
  return `The preview has no datasource "${uid ?? ''}", only ${list.map((settings) => settings.uid).join(' and ')}.`;
}

function fits({ type }: DataSourceInstanceSettings, filter: ListFilter): boolean {
  const types = [filter.type ?? filter.pluginId ?? type].flat();
  return types.includes(type);
}

async function makeDatasource(settings: DataSourceInstanceSettings, plugins: PluginRegistry): Promise<DataSourceApi> {
  if (settings.type === MYSQL.type) return new MysqlDatasource(settings) as unknown as DataSourceApi;
  const plugin = (await plugins.datasource(settings.type)) as unknown as DataSourcePlugin<DataSourceApi>;
  const datasource = new plugin.DataSourceClass(settings);
  datasource.components = plugin.components;
  return datasource;
}

function mysqlSettings(): DataSourceInstanceSettings {
  const meta = { ...builtInMeta(MYSQL.type, 'MySQL', 'datasource'), metrics: true };
  return { id: 1, ...MYSQL, access: 'proxy', readOnly: true, jsonData: {}, meta } as DataSourceInstanceSettings;
}

function ourSettings(json: PluginJson): DataSourceInstanceSettings {
  const settings = { id: 2, ...OURS, type: json.id, access: 'proxy', readOnly: true, meta: pluginMeta(json) };
  return settings as unknown as DataSourceInstanceSettings;
}
