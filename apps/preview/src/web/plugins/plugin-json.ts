import { type PluginMeta, type PluginType } from '@grafana/data';

/** A built plugin as the preview's server names it: its plugin.json, and the address of its files. */
export interface PluginJson {
  readonly id: string;
  readonly type: 'app' | 'datasource' | 'panel';
  readonly name: string;
  readonly baseUrl: string;
  readonly skipDataQuery?: boolean;
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

/** What Grafana's libraries want to know about a plugin. */
export function pluginMeta(json: PluginJson): PluginMeta {
  return { info: INFO, ...json, type: json.type as PluginType, module: `${json.baseUrl}/module.js` };
}

/** The same for what the preview itself draws, which has no files. */
export function builtInMeta(id: string, name: string, type: 'datasource' | 'panel'): PluginMeta {
  return { ...pluginMeta({ id, name, type, baseUrl: '' }), module: '' };
}
