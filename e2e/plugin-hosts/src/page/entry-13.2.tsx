import { ThemeContext } from '@grafana/data';
import { initializeLoggersRegistry } from '@grafana/runtime/unstable';
import 'systemjs/dist/system.min.js';
import 'systemjs/dist/extras/amd.min.js';
import { SHARED_LIBRARIES } from './shared-libraries';
import { start } from './start';

const SHARED = 'shared:';

/** SystemJS 6, which knows modules by address. */
interface SystemJs {
  import(address: string): Promise<{ readonly default?: unknown }>;
  set(address: string, module: object): void;
  readonly constructor: { readonly prototype: { resolve: (name: string, parent?: string) => string } };
}

const loader = (window as unknown as { System: SystemJs }).System;

for (const [name, library] of Object.entries(SHARED_LIBRARIES)) {
  loader.set(`${SHARED}${name}`, { ...library, default: library, __useDefault: true });
}

const { prototype } = loader.constructor;
const { resolve } = prototype;
prototype.resolve = function resolveShared(name, parent) {
  return name in SHARED_LIBRARIES ? `${SHARED}${name}` : resolve.call(this, name, parent);
};

initializeLoggersRegistry();

start({
  importPlugin: async (address) => {
    const { default: exported } = await loader.import(address);
    return ((await exported) as { readonly plugin?: unknown }).plugin;
  },
  themeContext: ThemeContext,
});
