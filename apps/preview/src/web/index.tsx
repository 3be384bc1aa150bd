import { createRoot } from 'react-dom/client';
import { App } from './page/app';
import { type Catalog, loadCatalog } from './page/load-catalog';
import { PluginRegistry } from './plugins/plugin-registry';
import { initRuntime } from './runtime/init-runtime';
import { currentThemeName, makeTheme } from './theme';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id "root" in the page.');

// Which datasources there are must be known before anything is drawn.
const catalog = await loadCatalog().catch((error: unknown) => error as Error);
const theme = makeTheme(currentThemeName());
initRuntime(theme, new PluginRegistry((catalog as Partial<Catalog>).plugins ?? []));
createRoot(root).render(<App theme={theme} catalog={catalog} />);
