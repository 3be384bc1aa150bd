import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeRun } from '@testmetrics/harness';
import type { BenchServer } from './bench-server';
import { runReference } from './run-reference';

/** Tests a second that the reference stores, attachments left out, its start-up not counted. */
export interface ReferenceRates {
  /** All tests new. */
  readonly fresh: number;
  /** The next run of the same tests. */
  readonly known: number;
}

const START_MICROS = Date.UTC(2026, 8, 1, 3, 17) * 1_000;
const HOUR_MICROS = 3_600_000_000;

export async function measureReference(
  server: BenchServer,
  program: string,
  { tests, repetition }: { readonly tests: number; readonly repetition: number },
): Promise<ReferenceRates> {
  const directory = mkdtempSync(join(tmpdir(), 'testmetrics-reference-'));
  try {
    const url = await server.createReference('bench_reference');
    const secondsFor = async (stream: Uint8Array): Promise<number> => {
      const file = join(directory, 'run.subunit');
      writeFileSync(file, stream);
      return runReference(program, url, file);
    };
    const shape = { tests, prefix: 'reference', seed: repetition + 1, startMicros: START_MICROS };
    const startup = await secondsFor(new Uint8Array(0));
    const fresh = await secondsFor(encodeRun(shape));
    const known = await secondsFor(encodeRun({ ...shape, seed: 1001, startMicros: START_MICROS + HOUR_MICROS }));
    return { fresh: tests / (fresh - startup), known: tests / (known - startup) };
  } finally {
    await server.drop('bench_reference');
    rmSync(directory, { recursive: true });
  }
}
