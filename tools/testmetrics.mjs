/** The command line tool from the checkout: `npm run -s testmetrics -- ARGS`. Standard output is the command's alone. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { checkNode } from './lib/check-node.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/root.mjs';

checkNode();
ensureDependencies();
await ensureBuilt(['cli']);
// npm runs scripts at the top of the checkout; the file names are meant from where the person is.
process.chdir(process.env.INIT_CWD ?? process.cwd());
// In this process: starting Node twice would double the time that a person waits.
const main = join(ROOT, 'dist/apps/cli/main.js');
process.argv[1] = main;
createRequire(import.meta.url)(main);
