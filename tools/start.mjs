/** `npm start`: installs what is missing, builds what is stale, and hands over to the launcher. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { checkNode } from './lib/check-node.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/root.mjs';

checkNode();
ensureDependencies();
await ensureBuilt(['launcher', 'ingest', 'cli', 'preview', 'grafana-plugin']);
// In this process, so that Ctrl-C and `kill` reach the launcher itself.
const main = join(ROOT, 'dist/apps/launcher/main.js');
process.argv[1] = main;
createRequire(import.meta.url)(main);
