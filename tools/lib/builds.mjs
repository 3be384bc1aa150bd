import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundleApp, bundleFile } from './bundle-app.mjs';
import { ROOT } from './root.mjs';

/** Directories below which nothing belongs to a bundle. */
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', 'data']);

/**
 * Bundles those of the named apps whose sources are newer than their bundle.
 *
 * @param {readonly string[]} names of directories below apps/
 */
export async function ensureBuilt(names) {
  const shared = Math.max(...['libs', 'tools', 'package-lock.json', 'tsconfig.base.json'].map(newestChange));
  const stale = names.filter((name) => builtAt(name) < Math.max(shared, newestChange(`apps/${name}`)));
  if (stale.length === 0) return;
  process.stderr.write(`building ${stale.join(', ')}\n`);
  for (const name of stale) await bundleApp(name);
}

function builtAt(name) {
  try {
    return statSync(bundleFile(join(ROOT, 'dist/apps', name))).mtimeMs;
  } catch {
    return 0;
  }
}

/** The latest change of a file, or of anything in a directory; a deleted file changes the directory it was in. */
function newestChange(path) {
  const full = join(ROOT, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(full, { withFileTypes: true }).reduce((newest, entry) => {
    if (SKIPPED.has(entry.name)) return newest;
    const child = join(path, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestChange(child) : statSync(join(ROOT, child)).mtimeMs);
  }, stat.mtimeMs);
}
