/** Bundles an app: `node tools/bundle.mjs apps/ingest` writes dist/apps/ingest/main.js. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bundleApp } from './lib/bundle-app.mjs';
import { ROOT } from './lib/root.mjs';

const name = basename(process.argv[2] ?? '');
const isApp = ['src/main.ts', 'bundle.mjs'].some((file) => existsSync(join(ROOT, 'apps', name, file)));
if (name === '' || !isApp) {
  console.error(
    `Usage: node tools/bundle.mjs apps/NAME   (expected an app with src/main.ts or bundle.mjs, found ${name || 'nothing'})`,
  );
  process.exit(2);
}
await bundleApp(name);
