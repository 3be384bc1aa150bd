import { type DataSourcePlugin, type PanelPlugin } from '@grafana/data';
import { panelPlugin } from '../panels/panel-plugins';
import { failedPlugin } from '../panels/failed/plugin';
import { type PluginJson, pluginMeta } from './plugin-json';

/** Finds plugins by id: what the preview draws itself is there at once, built plugins are loaded when first asked for. */
export class PluginRegistry {
  readonly #found: ReadonlyMap<string, PluginJson>;
  readonly #modules = new Map<string, Promise<unknown>>();
  readonly #panels = new Map<string, PanelPlugin>();

  constructor(plugins: readonly PluginJson[]) {
    this.#found = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  }

  ofType(type: PluginJson['type']): PluginJson[] {
    return [...this.#found.values()].filter((plugin) => plugin.type === type);
  }

  /** Undefined while a built panel is not loaded. */
  loadedPanel(id: string): PanelPlugin | undefined {
    return this.#found.get(id)?.type === 'panel' ? this.#panels.get(id) : panelPlugin(id);
  }

  /** A panel that cannot be loaded gives one that says so. */
  async panel(id: string): Promise<PanelPlugin> {
    const known = this.loadedPanel(id);
    if (known !== undefined) return known;
    const plugin = await this.#load<PanelPlugin>(id).catch((error: unknown) => failedPlugin(id, error));
    plugin.meta = pluginMeta(this.#json(id)) as PanelPlugin['meta'];
    this.#panels.set(id, plugin);
    return plugin;
  }

  datasource(id: string): Promise<DataSourcePlugin<never>> {
    return this.#load<DataSourcePlugin<never>>(id);
  }

  async #load<T>(id: string): Promise<T> {
    const { baseUrl } = this.#json(id);
    const address = new URL(`/${baseUrl}/module.js`, window.location.origin).href;
    const loading = this.#modules.get(id) ?? importOnDemand(address);
    this.#modules.set(id, loading);
    const plugin = await loading.catch((cause: unknown) => {
      throw new Error(`The plugin "${id}" could not be loaded: ${(cause as Error).message}`, { cause });
    });
    if (plugin === undefined) throw new Error(`${address} exports no "plugin": build it again.`);
    return plugin as T;
  }

  #json(id: string): PluginJson {
    const json = this.#found.get(id);
    if (json === undefined)
      throw new Error(`The plugin "${id}" is not built: "npx nx build grafana-plugin" builds it.`);
    return json;
  }
}

/** Whoever looks at plain MySQL dashboards does not load what plugins share. */
async function importOnDemand(address: string): Promise<unknown> {
  const { importModule } = await import('./import-module');
  return importModule(address);
}
