/**
 * `npm test`: installs what is missing and runs every suite. The last line is `N passed, N failed` (`, N skipped`).
 *
 * `npm test -- unit int` runs these tiers only; `npm test -- int libs/database -t lease` passes the rest to jest.
 */
import { join } from 'node:path';
import { ensureBuilt } from './lib/builds.mjs';
import { checkNode } from './lib/check-node.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ROOT } from './lib/root.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { runCheck, runJest } from './lib/test-tiers.mjs';
import { typecheck } from './lib/typecheck.mjs';

const nx = (target) =>
  runCheck(join(ROOT, 'node_modules/.bin/nx'), ['run-many', '-t', target, '--output-style=static']);

/** In the order in which a mistake is found fastest. */
const TIERS = {
  format: () => runCheck(join(ROOT, 'node_modules/.bin/prettier'), ['--check', '--log-level=warn', '.']),
  lint: () => nx('lint'),
  typecheck,
  unit: (args) => runJest('unit', args),
  int: (args) => {
    ensureSystemPackages(['python-subunit']);
    return runJest('int', args);
  },
  e2e: async (args) => {
    ensureSystemPackages(['chromium', 'test-runners']);
    await ensureBuilt(['launcher', 'ingest', 'cli', 'preview', 'grafana-plugin']);
    return runJest('e2e', args);
  },
};

checkNode();
ensureDependencies();

const words = process.argv.slice(2);
const firstOther = words.findIndex((word) => !(word in TIERS));
const named = firstOther === -1 ? words : words.slice(0, firstOther);
const rest = firstOther === -1 ? [] : words.slice(firstOther);
if (named.length === 0 && rest.length > 0) {
  console.error(`Expected tiers (${Object.keys(TIERS).join(', ')}), found ${JSON.stringify(rest[0])}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: [] };
const summary = [];
for (const tier of named.length > 0 ? named : Object.keys(TIERS)) {
  console.log(`\n--- ${tier} ---`);
  const begun = Date.now();
  const { passed, failed, skipped } = await TIERS[tier](rest);
  total.passed += passed;
  total.failed += failed;
  total.skipped.push(...skipped);
  summary.push(`${tier.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped.length} skipped, ${seconds(begun)}`);
}

console.log(`\n${summary.join('\n')}\n`);
for (const { name, reason } of total.skipped) console.log(`skipped: ${name}: ${reason}`);
const skippedPart = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skippedPart}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function seconds(begun) {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
