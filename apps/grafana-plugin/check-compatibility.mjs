/**
 * Compares what the plugin imports from Grafana's packages with what two versions of them export, by Grafana's own tool.
 *
 * Tool and packages come from the npm registry; where they do not, it says so and checks nothing.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEVITATE = '@grafana/levitate@0.17.2';
const VERSIONS = ['10.1.9', '13.2.2'];
const NESTED = ['datasource', 'history-panel', 'timeline-panel'];
const MODULES = ['src/module.tsx', ...NESTED.map((name) => `src/${name}/module.ts`)];

const cwd = fileURLToPath(new URL('.', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'testmetrics-levitate-'));

try {
  process.exitCode = main();
} finally {
  rmSync(directory, { recursive: true, force: true });
}

function main() {
  if (!isInstalled()) {
    console.log('skipped: levitate cannot be loaded from the npm registry, and it compares with packages from there');
    return 0;
  }
  const broken = VERSIONS.flatMap((version) =>
    MODULES.filter((module) => !isCompatible(module, version)).map((module) => `${module} with ${version}`),
  );
  if (broken.length > 0) {
    console.error(
      `Expected imports that every supported Grafana has, found others in ${broken.join(', ')}: see above.`,
    );
    return 1;
  }
  console.log(`${MODULES.length} modules fit Grafana ${VERSIONS.join(' and ')}`);
  return 0;
}

function isInstalled() {
  const args = ['install', '--prefix', directory, '--no-audit', '--no-fund', '--loglevel=error', LEVITATE];
  return spawnSync('npm', args, { stdio: 'inherit' }).status === 0;
}

function isCompatible(module, version) {
  const target = ['data', 'ui', 'runtime'].map((name) => `@grafana/${name}@${version}`).join(',');
  console.log(`--- ${module} with Grafana ${version}`);
  const levitate = join(directory, 'node_modules/.bin/levitate');
  return (
    spawnSync(levitate, ['is-compatible', '--path', module, '--target', target], { cwd, stdio: 'inherit' }).status === 0
  );
}
