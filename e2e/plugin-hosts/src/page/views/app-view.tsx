import { type AppPlugin, type AppPluginMeta, PluginContextProvider } from '@grafana/data';
import { type ComponentType } from 'react';
import { type Host } from './host';
import { useLoaded } from './use-loaded';

const APP_ID = 'testmetrics-ci-app';

/** The app's pages, as Grafana shows them at /a/ID. */
export function AppView({ host }: { readonly host: Host }) {
  const plugin = useLoaded(() => host.loader.load<AppPlugin>(APP_ID));
  if (plugin === null) return <p>Loading…</p>;
  if (plugin instanceof Error) return <p role="alert">{plugin.message}</p>;
  const Root = plugin.root as unknown as ComponentType<Record<string, unknown>>;
  const meta = { ...plugin.meta, enabled: true, jsonData: {} } as AppPluginMeta;
  return (
    <PluginContextProvider meta={meta}>
      <div data-ours="app">
        <Root meta={meta} basename={`/a/${APP_ID}`} path={`/a/${APP_ID}`} query={{}} onNavChanged={() => undefined} />
      </div>
    </PluginContextProvider>
  );
}
