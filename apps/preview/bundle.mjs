import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';

/** The fonts that Grafana's styles name, and where they look for them below /public/fonts. */
const FONTS = {
  '@fontsource/inter/files/inter-latin-400-normal.woff2': 'inter/Inter-Regular.woff2',
  '@fontsource/inter/files/inter-latin-500-normal.woff2': 'inter/Inter-Medium.woff2',
  '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2':
    'roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2',
};

/** Builds the page beside the server: web/index.html, web/assets (names carry a hash), web/public (icons of Grafana's library). */
export async function bundle({ root, outDir }) {
  const web = join(outDir, 'web');
  await mkdir(join(web, 'assets'), { recursive: true });
  const { metafile } = await build(options(root, web));
  await writeFile(join(web, 'index.html'), await page(root, web, metafile));
  await copyPublic(root, web);
}

function options(root, web) {
  return {
    entryPoints: { boot: join(root, 'src/web/boot.ts'), app: join(root, 'src/web/index.tsx') },
    outdir: join(web, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    logLevel: 'error',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff': 'file', '.woff2': 'file', '.ttf': 'file' },
  };
}

async function page(root, web, metafile) {
  const entries = Object.entries(metafile.outputs).filter(([, output]) => output.entryPoint !== undefined);
  const find = (name) => entries.find(([file]) => new RegExp(`/${name}-[^/]*\\.js$`).test(file));
  const address = (file) => `/${relative(web, join(process.cwd(), file))}`;
  const [app, { cssBundle }] = find('app');
  const scripts = [find('boot')[0], app].map((file) => `<script type="module" src="${address(file)}"></script>`);
  const styles = cssBundle === undefined ? '' : `<link rel="stylesheet" href="${address(cssBundle)}" />`;
  const template = await readFile(join(root, 'src/web/index.html'), 'utf8');
  return template.replace('%STYLES%', styles).replace('%SCRIPTS%', scripts.join('\n    '));
}

/** What Grafana's libraries ask for below /public: icons, and the font that their styles name. */
async function copyPublic(root, web) {
  const { resolve } = createRequire(import.meta.url);
  const icons = join(web, 'public/build/img/icons');
  await cp(join(dirname(resolve('@grafana/ui/package.json')), 'dist/public/img/icons'), icons, { recursive: true });
  await cp(join(root, 'src/web/icons'), join(icons, 'unicons'), { recursive: true });
  for (const [file, name] of Object.entries(FONTS)) await cp(resolve(file), join(web, 'public/fonts', name));
}
