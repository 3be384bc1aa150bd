import { createTheme } from '@grafana/data';
import { GlobalStyles, PortalContainer } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import { type GrafanaVersion } from './grafana-version';
import { type HostSettings } from './host-settings';
import { PluginLoader } from './plugin-loader';
import { initRuntime } from './runtime';
import { type Host } from './views/host';
import { View } from './views/view';

/** Draws what the address asks for: /app, /config, /query, /variable, /annotation, /dashboard/UID. */
export function start(version: GrafanaVersion): void {
  run(version).catch((error: unknown) => {
    document.body.textContent = `The page could not start: ${String(error)}`;
    throw error;
  });
}

async function run(version: GrafanaVersion): Promise<void> {
  const settings = (await (await fetch('/host.json')).json()) as HostSettings;
  const mode = new URLSearchParams(window.location.search).get('theme') === 'light' ? 'light' : 'dark';
  const theme = createTheme({ colors: { mode } });
  const loader = new PluginLoader(version, settings);
  const host: Host = { settings, loader, templates: initRuntime(settings, loader, theme), theme };
  const { Provider } = version.themeContext;
  const root = document.getElementById('root');
  if (root === null) throw new Error('Expected an element with the id "root" in the page.');
  createRoot(root).render(
    <Provider value={theme}>
      <GlobalStyles />
      <main style={{ padding: 16 }}>
        <View host={host} />
      </main>
      {PortalContainer !== undefined && <PortalContainer />}
    </Provider>,
  );
}
