import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin, stop } from 'esbuild';
import { type GrafanaVersion } from './grafana-libraries';

const PAGE = resolve(__dirname, 'page');

export interface BundleOptions {
  readonly version: GrafanaVersion;
  /** Where its node_modules lies. */
  readonly libraries: string;
  readonly outDir: string;
}

/** Bundles the page with the libraries of one Grafana version: outDir/index.html and what it loads. */
export async function bundlePage({ version, libraries, outDir }: BundleOptions): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const { metafile } = await build({
    entryPoints: { boot: join(PAGE, 'boot.ts'), page: join(PAGE, `entry-${version}.tsx`) },
    outdir: join(outDir, 'assets'),
    absWorkingDir: libraries,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    target: 'es2022',
    minify: true,
    metafile: true,
    logLevel: 'error',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff': 'dataurl', '.woff2': 'dataurl', '.ttf': 'dataurl' },
    plugins: [withoutNode, packagesFrom(libraries)],
  });
  // Its process would outlive the test's.
  await stop();
  const foreign = Object.keys(metafile.inputs).filter(
    (file) => file.startsWith('..') && !join(libraries, file).startsWith(PAGE),
  );
  if (foreign.length > 0) throw new Error(`Expected packages of Grafana ${version} only, found ${foreign.join(', ')}`);
  const hasStyles = Object.keys(metafile.outputs).some((file) => file.endsWith('page.css'));
  await writeFile(join(outDir, 'index.html'), html(hasStyles));
}

/** Libraries name built-ins of Node in branches that no browser takes. */
const withoutNode: Plugin = {
  name: 'without-node',
  setup(builder) {
    builder.onResolve({ filter: /^(fs|os|stream|tty|util)$/ }, ({ path }) => ({ path, namespace: 'empty' }));
    builder.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Our own sources lie in another node_modules, which has other versions. */
function packagesFrom(directory: string): Plugin {
  return {
    name: 'packages-from',
    setup(builder) {
      builder.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind, pluginData }) => {
        if (pluginData === 'resolved' || kind === 'entry-point' || !importer.startsWith(PAGE)) return undefined;
        return builder.resolve(path, { kind, resolveDir: directory, pluginData: 'resolved' });
      });
    },
  };
}

function html(hasStyles: boolean): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Plugin host</title>
    <link rel="icon" href="data:," />
    ${hasStyles ? '<link rel="stylesheet" href="/assets/page.css" />' : ''}
  </head>
  <body>
    <div id="root"></div>
    <script type="module" src="/assets/boot.js"></script>
    <script type="module" src="/assets/page.js"></script>
  </body>
</html>
`;
}
