/**
 * Bundles an app: `node tools/bundle.mjs apps/ingest` writes dist/apps/ingest/main.js.
 *
 * Our own packages go into the bundle, npm packages stay outside and are loaded from node_modules.
 * An app that needs more (a page, assets) has a `bundle.mjs` of its own that exports `bundle({ root, outDir })`.
 */
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const WORKSPACE_SCOPE = '@testmetrics/';

/** Leaves what comes from npm, or from Node itself, to be loaded at run time. */
const npmPackagesOutside = {
  name: 'npm-packages-outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith(WORKSPACE_SCOPE)) return undefined;
      return { path, external: true };
    });
  },
};

export async function bundleApp(root) {
  const outDir = resolve('dist', root);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: [join(root, 'src/main.ts')],
    outfile: join(outDir, 'main.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [npmPackagesOutside],
  });
  const own = resolve(root, 'bundle.mjs');
  if (existsSync(own)) await (await import(pathToFileURL(own))).bundle({ root: resolve(root), outDir });
}

const root = process.argv[2];
if (root === undefined || !existsSync(join(root, 'src/main.ts'))) {
  console.error(
    `Usage: node tools/bundle.mjs apps/NAME   (expected a directory with src/main.ts, found ${root ?? 'nothing'})`,
  );
  process.exit(2);
}
await bundleApp(root);
