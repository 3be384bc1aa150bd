import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import { type GrafanaVersion } from './grafana-version';
import { SHARED_LIBRARIES } from './shared-libraries';
import { start } from './start';

/** SystemJS 0.20, which Grafana 10.1 carries inside @grafana/runtime. */
interface OldSystemJs {
  config(settings: object): void;
  registerDynamic(name: string, deps: string[], executing: boolean, declare: Declare): void;
  import(address: string): Promise<{ readonly plugin?: unknown; readonly default?: { readonly plugin?: unknown } }>;
}

type Declare = (require: unknown, exports: unknown, module: { exports: object }) => void;

const { SystemJS } = grafanaRuntime as unknown as { readonly SystemJS: OldSystemJs };

SystemJS.config({ defaultExtension: 'js', meta: { '*': { esModule: true } } });
for (const [name, library] of Object.entries(SHARED_LIBRARIES)) {
  SystemJS.registerDynamic(name, [], true, (_require, _exports, module) => {
    module.exports = 'default' in library ? library : { ...library, default: library, __useDefault: true };
  });
}

const { ThemeContext } = grafanaUi as unknown as { readonly ThemeContext: GrafanaVersion['themeContext'] };

start({
  importPlugin: async (address) => {
    const loaded = await SystemJS.import(address);
    return loaded.plugin ?? loaded.default?.plugin;
  },
  themeContext: ThemeContext,
});
