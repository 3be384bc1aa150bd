import 'systemjs/dist/system.min.js';
// Plugins are built as AMD modules.
import 'systemjs/dist/extras/amd.min.js';
import { SHARED_LIBRARIES } from './shared-libraries';

/** Addresses that no file has: SystemJS gives what was set for them. */
const SHARED = 'shared:';

interface Loader {
  import(address: string): Promise<{ readonly default?: unknown; readonly plugin?: unknown }>;
  set(address: string, module: object): void;
  readonly constructor: { readonly prototype: { resolve: (name: string, parent?: string) => string } };
}

const loader = (window as unknown as { System: Loader }).System;

for (const [name, library] of Object.entries(SHARED_LIBRARIES)) {
  loader.set(`${SHARED}${name}`, { ...library, default: library, __useDefault: true });
}

const { prototype } = loader.constructor;
const { resolve } = prototype;
prototype.resolve = function resolveShared(name, parent) {
  return name in SHARED_LIBRARIES ? `${SHARED}${name}` : resolve.call(this, name, parent);
};

/** Loads a built plugin's module and gives what it exports as `plugin`. */
export async function importModule(address: string): Promise<unknown> {
  const loaded = await loader.import(address);
  // An AMD module's exports are its default; with a top-level await they are a promise.
  const exported = (await (loaded.default ?? loaded)) as { readonly plugin?: unknown };
  return exported.plugin ?? loaded.plugin;
}
