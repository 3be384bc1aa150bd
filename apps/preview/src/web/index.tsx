import { createRoot } from 'react-dom/client';
import { App } from './page/app';
import { initRuntime } from './runtime/init-runtime';
import { currentThemeName, makeTheme } from './theme';

const theme = makeTheme(currentThemeName());
initRuntime(theme);

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element with the id "root" in the page.');
createRoot(root).render(<App theme={theme} />);
