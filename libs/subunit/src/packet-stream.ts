import { type EventToEncode, writePacket } from './encode-event';
import { FILE_PIECE_BYTES, type FileToEncode, piecesOfFile } from './encode-file';
import { PacketWriter } from './packet-writer';

/** Packets one behind the other in one buffer: where there are tens of thousands, nothing is made for each. */
export class PacketStream {
  private readonly packets = new PacketWriter();

  /** Bytes that `take()` would give. */
  get size(): number {
    return this.packets.size;
  }

  /**
   * Adds the packet of an event, as `encodeEvent` makes it.
   *
   * @throws EncodeError as of `encodeEvent`; then nothing is added
   */
  add(event: EventToEncode): void {
    writePacket(this.packets, event);
  }

  /**
   * Adds the packets of a file, as `encodeFile` makes them.
   *
   * @throws EncodeError as of `encodeEvent`; then some of them may have been added
   */
  addFile(event: FileToEncode): void {
    if (event.fileBytes.length <= FILE_PIECE_BYTES) this.add({ ...event, status: null, eof: true });
    else for (const piece of piecesOfFile(event)) this.add(piece);
  }

  /** Takes back what was added since the stream had that size. */
  dropBehind(size: number): void {
    this.packets.moveTo(size);
  }

  /** What was added since the last time; it belongs to the caller. */
  take(): Uint8Array {
    const taken = this.packets.written().slice();
    this.packets.restart();
    return taken;
  }
}
