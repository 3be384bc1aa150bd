/** Packs the built Grafana plugin: dist/packages/ID-VERSION.zip, and its sha256 beside it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { ROOT } from './lib/root.mjs';
import { zip } from './lib/zip.mjs';

await ensureBuilt(['grafana-plugin']);

const built = join(ROOT, 'dist/apps/grafana-plugin');
const { id, info } = JSON.parse(readFileSync(join(built, 'plugin.json'), 'utf8'));
// Grafana wants one folder in the archive, named by the id.
const files = filesBelow(built).map((path) => ({
  name: `${id}/${relative(built, path)}`,
  content: readFileSync(path),
}));
const archive = zip(files);
const name = `${id}-${info.version}.zip`;
const sha256 = createHash('sha256').update(archive).digest('hex');
const target = join(ROOT, 'dist/packages');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, name), archive);
writeFileSync(join(target, `${name}.sha256`), `${sha256}  ${name}\n`);
console.log(`dist/packages/${name}: ${files.length} files, ${archive.length} bytes\nsha256 ${sha256}`);

function filesBelow(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
