import type { ExportedRun } from '@testmetrics/database';
import { onlyRunnerFailed } from './runner-failure';
import { StreamOrder } from './stream-order';
import { attemptPackets, returncodePacket, runFilePackets } from './subunit2-packets';

/** A run as a subunit stream, version 2. Runs may be written one behind the other. */
export async function* writeSubunit2(run: ExportedRun): AsyncGenerator<Uint8Array> {
  for await (const file of run.files()) yield* runFilePackets(file);
  const order = new StreamOrder();
  for await (const attempts of run.attempts()) {
    for (const added of attempts) for (const attempt of order.add(added)) yield* attemptPackets(attempt);
  }
  for (const attempt of order.end()) yield* attemptPackets(attempt);
  if (onlyRunnerFailed(run.run)) yield returncodePacket();
}
