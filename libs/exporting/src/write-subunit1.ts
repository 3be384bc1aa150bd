import type { ExportedRun } from '@testmetrics/database';
import { encodeV1Test } from '@testmetrics/subunit';
import { toV1Test } from './subunit1-test';

/** A run in the line protocol, version 1. Files of the run are left out: they would be lines that could be read as tests. */
export async function* writeSubunit1(run: ExportedRun): AsyncGenerator<Uint8Array> {
  for await (const attempts of run.attempts()) {
    yield Buffer.concat(attempts.flatMap((attempt) => encodeV1Test(toV1Test(attempt))));
  }
}
