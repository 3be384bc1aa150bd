import { type DataSourceApi, type DataSourcePlugin, type PanelPlugin } from '@grafana/data';
import { type GrafanaVersion } from './grafana-version';
import { type HostSettings, metaOf } from './host-settings';

/** Loads built plugins by id. */
export class PluginLoader {
  constructor(
    private readonly version: GrafanaVersion,
    private readonly settings: HostSettings,
  ) {}

  async load<T>(id: string): Promise<T> {
    const json = this.settings.plugins.find((plugin) => plugin.id === id);
    if (json === undefined) throw new Error(`There is no plugin "${id}" here.`);
    const address = new URL(`/${json.baseUrl}/module.js`, window.location.origin).href;
    const plugin = await this.version.importPlugin(address);
    if (plugin === undefined) throw new Error(`${address} exports no "plugin".`);
    (plugin as { meta: unknown }).meta = metaOf(json);
    return plugin as T;
  }

  panel(id: string): Promise<PanelPlugin> {
    return this.load<PanelPlugin>(id);
  }

  datasource(id: string): Promise<DataSourcePlugin<DataSourceApi>> {
    return this.load<DataSourcePlugin<DataSourceApi>>(id);
  }
}
