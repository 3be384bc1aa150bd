import { type DataSourceApi, type DataSourceInstanceSettings } from '@grafana/data';
import { type DataSourceSrv, DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { type HostSettings, instanceSettings } from './host-settings';
import { type PluginLoader } from './plugin-loader';

type Ref = string | { readonly uid?: string } | null | undefined;

interface ListFilter {
  readonly type?: string | readonly string[];
  readonly pluginId?: string;
  readonly filter?: (settings: DataSourceInstanceSettings) => boolean;
}

/** Makes a datasource with these settings; those that are not ours can nothing but send queries. */
export async function makeDatasource(
  settings: DataSourceInstanceSettings,
  loader: PluginLoader,
): Promise<DataSourceApi> {
  if (!settings.type.startsWith('testmetrics-')) return new DataSourceWithBackend(settings) as unknown as DataSourceApi;
  const plugin = await loader.datasource(settings.type);
  const datasource = new plugin.DataSourceClass(settings);
  datasource.components = plugin.components;
  return datasource;
}

export function makeDatasourceService(host: HostSettings, loader: PluginLoader): DataSourceSrv {
  const list = host.datasources.map((json, index) => instanceSettings(json, index, host.plugins));
  const made = new Map<string, Promise<DataSourceApi>>();
  const find = (ref: Ref) => {
    const text = typeof ref === 'string' ? ref : ref?.uid;
    const wanted = text === undefined ? undefined : getTemplateSrv().replace(text);
    return wanted === undefined
      ? list[0]
      : (list.find(({ uid }) => uid === wanted) ?? list.find(({ name }) => name === wanted));
  };
  const service = {
    get: (ref?: Ref) => {
      const settings = find(ref);
      if (settings === undefined) return Promise.reject(new Error(`Datasource ${JSON.stringify(ref)} was not found`));
      const making = made.get(settings.uid) ?? makeDatasource(settings, loader);
      made.set(settings.uid, making);
      return making;
    },
    getList: ({ type, pluginId, filter = () => true }: ListFilter = {}) => {
      const types = [type ?? pluginId ?? []].flat();
      return list.filter((settings) => (types.length === 0 || types.includes(settings.type)) && filter(settings));
    },
    getInstanceSettings: find,
    reload: () => undefined,
  };
  return service as unknown as DataSourceSrv;
}
