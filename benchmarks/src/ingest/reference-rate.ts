import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchServer } from './bench-server';
import { runAndNext } from './run-and-next';
import { runReference } from './run-reference';

/** Tests a second that the reference stores, attachments left out, its start-up not counted. */
export interface ReferenceRates {
  /** All tests new. */
  readonly fresh: number;
  /** The next run of the same tests. */
  readonly known: number;
}

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
    const streams = runAndNext({ tests, prefix: 'reference', repetition });
    const startup = await secondsFor(new Uint8Array(0));
    const fresh = await secondsFor(streams.fresh);
    const known = await secondsFor(streams.known);
    return { fresh: tests / (fresh - startup), known: tests / (known - startup) };
  } finally {
    await server.drop('bench_reference');
    rmSync(directory, { recursive: true });
  }
}
