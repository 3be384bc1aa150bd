import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer, type Server } from './find-server';
import { runPlaywright } from './playwright';
import type { SpecResult } from './spec-report';

/** Before jest asks which tests there are: only then can one that this Grafana cannot run be a skipped test. */
const results = resultsOf(findServer(process.env));

describe('Grafana', () => {
  it('should have specs', () => {
    expect(results.length).toBeGreaterThan(0);
  });

  for (const { file, title, outcome, words } of results) {
    const name = `${file}: ${title}`;
    if (outcome === 'skipped') it.skip(`${name} (needs: ${words.replaceAll(/[()]/g, '')})`, () => undefined);
    else {
      it(name, () => {
        if (outcome === 'failed') throw new Error(words);
      });
    }
  }
});

function resultsOf(server: Server): readonly SpecResult[] {
  if (server.kind !== 'none') return runSpecs();
  return runPlaywright(['--list'], {}).map((spec) => ({ ...spec, outcome: 'skipped', words: server.reason }));
}

function runSpecs(): readonly SpecResult[] {
  const directory = mkdtempSync(join(tmpdir(), 'tm-grafana-specs-'));
  const report = join(directory, 'results.json');
  try {
    const program = [require.resolve('tsx/cli'), join(__dirname, 'run-specs.ts'), report];
    const { status } = spawnSync(process.execPath, program, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (status === 0) return JSON.parse(readFileSync(report, 'utf8')) as readonly SpecResult[];
    const words = `run-specs.ts ended with ${status}; its words stand above`;
    return [{ file: 'run-specs.ts', title: 'should bring a Grafana up', outcome: 'failed', words }];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
