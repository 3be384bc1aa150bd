import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runCheck } from './test-tiers.mjs';

const BASE = '../../tsconfig.base.json';

/**
 * Checks the types of every project. Those whose tsconfig.json says nothing of its own are one program: each for itself
 * would check all the libraries that it uses once more. The others (pages, with types of browsers) are checked beside it by nx.
 */
export async function typecheck() {
  const projects = projectRoots();
  const alike = projects.filter(saysNothingOfItsOwn);
  const others = projects.filter((root) => !alike.includes(root));
  const bin = (name) => join(ROOT, 'node_modules/.bin', name);
  const checks = await Promise.all([
    runCheck(bin('tsc'), ['--project', writeProgram(alike)]),
    runCheck(bin('nx'), ['run-many', '-t', 'typecheck', '-p', others.join(), '--parallel=2', '--output-style=static']),
  ]);
  const sum = (count) => checks.reduce((total, check) => total + check[count], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: [] };
}

/** Directories with a tsconfig.json, relative to the top of the checkout. */
function projectRoots() {
  const below = ['apps', 'libs', 'e2e'].flatMap((parent) =>
    readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`),
  );
  return [...below, 'benchmarks'].filter((root) => readConfig(root) !== null);
}

function readConfig(root) {
  try {
    return readFileSync(join(ROOT, root, 'tsconfig.json'), 'utf8');
  } catch {
    return null;
  }
}

/** One with a comment says something of its own, too: it is no JSON. */
function saysNothingOfItsOwn(root) {
  try {
    const { extends: base, include, ...own } = JSON.parse(readConfig(root));
    return base === BASE && include.join() === 'src' && Object.keys(own).length === 0;
  } catch {
    return false;
  }
}

/** The file of the program; what it found is kept beside it, so that a second check looks at what has changed. */
function writeProgram(roots) {
  const directory = join(ROOT, 'tmp/typecheck');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'tsconfig.json');
  const config = {
    extends: BASE,
    compilerOptions: { incremental: true, tsBuildInfoFile: 'tsconfig.tsbuildinfo' },
    include: roots.map((root) => `../../${root}/src`),
  };
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
  return file;
}
