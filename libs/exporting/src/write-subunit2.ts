import type { ExportedRun } from '@testmetrics/database';
import { onlyRunnerFailed } from './runner-failure';
import { StreamOrder } from './stream-order';
import { addAttemptPackets, returncodePacket, runFilePackets } from './subunit2-packets';

/** A run as a subunit stream, version 2, a page at a time. Runs may be written one behind the other. */
export async function* writeSubunit2(run: ExportedRun): AsyncGenerator<Uint8Array> {
  for await (const file of run.files()) yield Buffer.concat(runFilePackets(file));
  const order = new StreamOrder();
  for await (const attempts of run.attempts()) {
    const packets: Uint8Array[] = [];
    for (const added of attempts) for (const attempt of order.add(added)) addAttemptPackets(attempt, packets);
    yield Buffer.concat(packets);
  }
  const last: Uint8Array[] = [];
  for (const attempt of order.end()) addAttemptPackets(attempt, last);
  if (onlyRunnerFailed(run.run)) last.push(returncodePacket());
  yield Buffer.concat(last);
}
