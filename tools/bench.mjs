/** `npm run bench`: measured figures as ratios; `npm run bench -- decode` one part. A part is a file benchmarks/src/NAME.bench.ts. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { checkNode } from './lib/check-node.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/root.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';

const ENDING = '.bench.ts';
const directory = join(ROOT, 'benchmarks/src');

checkNode();
ensureDependencies();

const parts = existsSync(directory)
  ? readdirSync(directory)
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
  : [];
const words = process.argv.slice(2);
const wanted = words.filter((word) => parts.includes(word));
if (words.length > 0 && wanted.length === 0) {
  console.error(`Expected one of ${parts.join(', ')}, found ${JSON.stringify(words[0])}.`);
  process.exit(2);
}

ensureSystemPackages(['python-subunit']);
await ensureBuilt(['ingest', 'cli']);
let status = 0;
for (const part of wanted.length > 0 ? wanted : parts) {
  console.log(`\n--- ${part} ---`);
  const rest = words.filter((word) => !parts.includes(word));
  const result = spawnSync(process.execPath, ['--import', 'tsx', join(directory, `${part}${ENDING}`), ...rest], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (result.status !== 0) status = 1;
}
process.exitCode = status;
