import type { ExportedRun } from '@testmetrics/database';
import { PacketStream } from '@testmetrics/subunit';
import { onlyRunnerFailed } from './runner-failure';
import { StreamOrder } from './stream-order';
import { addAttemptPackets, addReturncodePacket, addRunFilePackets } from './subunit2-packets';

/** So much is put together before it is given. */
const PIECE_BYTES = 256 * 1024;

/** A run as a subunit stream, version 2, in pieces. Runs may be written one behind the other. */
export async function* writeSubunit2(run: ExportedRun): AsyncGenerator<Uint8Array> {
  const packets = new PacketStream();
  for await (const file of run.files()) {
    addRunFilePackets(packets, file);
    if (packets.size >= PIECE_BYTES) yield packets.take();
  }
  const order = new StreamOrder();
  for await (const attempts of run.attempts()) {
    for (const added of attempts) {
      for (const attempt of order.add(added)) addAttemptPackets(packets, attempt);
      if (packets.size >= PIECE_BYTES) yield packets.take();
    }
  }
  for (const attempt of order.end()) addAttemptPackets(packets, attempt);
  if (onlyRunnerFailed(run.run)) addReturncodePacket(packets);
  yield packets.take();
}
