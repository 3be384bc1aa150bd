import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeRun } from '@testmetrics/harness';
import type { BenchServer } from './bench-server';
import { runReference } from './run-reference';

/**
 * Tests a second that the reference stores: all tests new, attachments left out, its start-up not counted.
 */
export async function measureReference(
  server: BenchServer,
  program: string,
  { tests, repetition }: { readonly tests: number; readonly repetition: number },
): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-reference-'));
  try {
    const url = await server.createReference('bench_reference');
    const startMicros = Date.UTC(2026, 8, 1, 3, 17) * 1000;
    const file = join(directory, 'run.subunit');
    writeFileSync(file, encodeRun({ tests, prefix: 'reference', seed: repetition + 1, startMicros }));
    const empty = join(directory, 'empty.subunit');
    writeFileSync(empty, '');
    const startup = await runReference(program, url, empty);
    const seconds = await runReference(program, url, file);
    return tests / (seconds - startup);
  } finally {
    await server.drop('bench_reference');
    rmSync(directory, { recursive: true });
  }
}
