/**
 * Compares what the plugin imports from Grafana's packages with what two versions of them export, by Grafana's own tool.
 *
 * It loads those packages from the npm registry; without one it says so and checks nothing.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const LEVITATE = '@grafana/levitate@0.17.2';
const VERSIONS = ['10.1.9', '13.2.2'];
const MODULES = [
  'src/module.tsx',
  ...['datasource', 'history-panel', 'timeline-panel'].map((name) => `src/${name}/module.ts`),
];

const cwd = fileURLToPath(new URL('.', import.meta.url));

if (!isRegistryThere()) {
  console.log('skipped: the npm registry cannot be reached, and levitate compares with packages from there');
  process.exit(0);
}

const broken = VERSIONS.flatMap((version) =>
  MODULES.filter((module) => !isCompatible(module, version)).map((module) => `${module} with ${version}`),
);
if (broken.length > 0) {
  console.error(
    `Expected imports that every supported Grafana has; levitate's findings stand above: ${broken.join(', ')}.`,
  );
  process.exit(1);
}
console.log(`${MODULES.length} modules fit Grafana ${VERSIONS.join(' and ')}`);

function isCompatible(module, version) {
  const target = ['data', 'ui', 'runtime'].map((name) => `@grafana/${name}@${version}`).join(',');
  console.log(`--- ${module} with Grafana ${version}`);
  const args = ['--yes', LEVITATE, 'is-compatible', '--path', module, '--target', target];
  return spawnSync('npx', args, { cwd, stdio: 'inherit' }).status === 0;
}

function isRegistryThere() {
  return (
    spawnSync('npm', ['view', LEVITATE, 'version', '--fetch-retries=0', '--fetch-timeout=15000'], { cwd }).status === 0
  );
}
