/**
 * Compares what the plugin imports from Grafana's packages with what two versions of them export, by Grafana's own tool.
 *
 * Tool and packages come from the npm registry and are kept in `tmp/levitate`; where they do not, it says so and checks
 * nothing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEVITATE = '@grafana/levitate@0.17.2';
const VERSIONS = ['10.1.9', '13.2.2'];
const NESTED = ['datasource', 'history-panel', 'timeline-panel'];
const MODULES = ['./module', ...NESTED.map((name) => `./${name}/module`)];

/** All of them at once: what levitate does for one entry costs the same for all. */
const ENTRY = 'src/every-module.ts';

/** What Grafana offers as packages; the versions are those that the plugin is compiled against. */
const PACKAGES = ['@grafana/data', '@grafana/runtime', '@grafana/ui'];

const root = fileURLToPath(new URL('.', import.meta.url));
const cache = join(root, '../../tmp/levitate');
const levitate = join(cache, LEVITATE, 'node_modules/.bin/levitate');
const project = mkdtempSync(join(tmpdir(), 'testmetrics-levitate-'));

try {
  process.exitCode = main();
} finally {
  rmSync(project, { recursive: true, force: true });
}

function main() {
  if (!isInstalled()) {
    console.log('skipped: levitate cannot be loaded from the npm registry, and it compares with packages from there');
    return 0;
  }
  makeProject();
  const broken = VERSIONS.filter((version) => !isCompatible(version));
  if (broken.length > 0) {
    console.error(`Expected imports that every supported Grafana has; not so with ${broken.join(', ')}: see above.`);
    return 1;
  }
  console.log(`${MODULES.length} modules fit Grafana ${VERSIONS.join(' and ')}`);
  return 0;
}

function isInstalled() {
  if (existsSync(levitate)) return true;
  const args = ['install', '--prefix', join(cache, LEVITATE), '--no-audit', '--no-fund', '--loglevel=error', LEVITATE];
  return spawnSync('npm', args, { stdio: 'inherit' }).status === 0;
}

/** A project of its own: in a workspace `npm list`, which levitate asks, does not name the packages of one of its parts. */
function makeProject() {
  mkdirSync(join(project, 'node_modules/@grafana'), { recursive: true });
  cpSync(join(root, 'src'), join(project, 'src'), { recursive: true });
  writeFileSync(join(project, ENTRY), MODULES.map((module) => `export * from '${module}';\n`).join(''));
  cpSync(join(root, '.levignore.js'), join(project, '.levignore.js'));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const used = Object.fromEntries(PACKAGES.map((name) => [name, dependencies[name]]));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'plugin', private: true, dependencies: used }));
  for (const name of PACKAGES) symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
}

function isCompatible(version) {
  const target = PACKAGES.map((name) => `${name}@${version}`).join(',');
  console.log(`--- Grafana ${version}`);
  const { status, stdout, stderr } = spawnSync(levitate, ['is-compatible', '--path', ENTRY, '--target', target], {
    cwd: project,
    encoding: 'utf8',
    // Keeps the packages that it compares below its temporary directory.
    env: { ...process.env, TMPDIR: cache, LEVITATE_CACHE: 'true' },
  });
  console.log(`${stdout}${stderr}`);
  // It ends well, too, where it compared nothing.
  return status === 0 && !/Skipping package|Could not process/.test(`${stdout}${stderr}`);
}
