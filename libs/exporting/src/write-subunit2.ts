import type { ExportedAttempt, ExportedRun } from '@testmetrics/database';
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
    for (let next = 0; next < attempts.length;) {
      next = addPiece(packets, order, attempts, next);
      if (packets.size >= PIECE_BYTES) yield packets.take();
    }
  }
  for (const attempt of order.end()) addAttemptPackets(packets, attempt);
  if (onlyRunnerFailed(run.run)) addReturncodePacket(packets);
  yield packets.take();
}

/** Adds attempts until a piece is full; a loop in an asynchronous generator is never made as fast as this. @returns where to go on */
function addPiece(
  packets: PacketStream,
  order: StreamOrder,
  attempts: readonly ExportedAttempt[],
  from: number,
): number {
  let next = from;
  for (let added; packets.size < PIECE_BYTES && (added = attempts[next]) !== undefined; next++) {
    const placed = order.add(added);
    for (let at = 0, attempt; (attempt = placed[at]) !== undefined; at++) addAttemptPackets(packets, attempt);
  }
  return next;
}
