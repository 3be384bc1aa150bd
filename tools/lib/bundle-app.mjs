import { existsSync } from 'node:fs';
import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.mjs';

const WORKSPACE_SCOPE = '@testmetrics/';

/** Of a hundred small files, of which every start would have to find and read each. */
const PACKED_IN = ['zod'];

/** Leaves what else comes from npm, or from Node itself, to be loaded at run time. */
const npmPackagesOutside = {
  name: 'npm-packages-outside',
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point' || path.startsWith(WORKSPACE_SCOPE) || PACKED_IN.includes(path)) return undefined;
      return { path, external: true };
    });
  },
};

/**
 * Bundles an app into dist/apps/NAME: our own packages go into main.js, nearly all npm packages are loaded from node_modules.
 *
 * An app that needs more (a page, assets), or that is no program of Node, has a `bundle.mjs` of its own that exports
 * `bundle({ root, outDir })`.
 * The new bundle replaces the old one when it is whole, so that whoever starts the app meanwhile finds one or the other.
 *
 * @param {string} name of a directory below apps/
 */
export async function bundleApp(name) {
  const begun = new Date();
  const root = join(ROOT, 'apps', name);
  const target = join(ROOT, 'dist/apps', name);
  const outDir = `${target}.new-${process.pid}`;
  await mkdir(outDir, { recursive: true });
  try {
    if (existsSync(join(root, 'src/main.ts'))) await buildMain(root, outDir);
    const own = join(root, 'bundle.mjs');
    if (existsSync(own)) await (await import(pathToFileURL(own))).bundle({ root, outDir });
    // Sources that changed while they were bundled are newer than the bundle.
    await utimes(bundleFile(outDir), begun, begun);
    await replaceDirectory(outDir, target);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** The file of a bundle whose age is the bundle's age. */
export function bundleFile(outDir) {
  const main = join(outDir, 'main.js');
  return existsSync(main) ? main : join(outDir, 'module.js');
}

async function buildMain(root, outDir) {
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(root, 'src/main.ts')],
    outfile: join(outDir, 'main.js'),
    absWorkingDir: ROOT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [npmPackagesOutside],
  });
}

async function replaceDirectory(fresh, target) {
  const aside = `${target}.old-${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
  await rename(target, aside).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(fresh, target).catch((error) => {
    // Another build of the same sources was faster.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(aside, { recursive: true, force: true });
}
