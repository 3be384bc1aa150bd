import { type EventToEncode, encodeEvent } from './encode-event';

/** Customary size of a piece; each packet stays far below its limit. */
export const FILE_PIECE_BYTES = 64 * 1024;

/**
 * The packets of one file: pieces of at most 64 KiB, the MIME type on each, EOF on the last. An empty file is one packet.
 *
 * @param event - names the file and its content, and whatever shall stand on each packet; its status is left out
 */
export function encodeFile(event: EventToEncode & { fileName: string; fileBytes: Uint8Array }): Uint8Array[] {
  const packets: Uint8Array[] = [];
  const { fileBytes } = event;
  for (let at = 0; at < fileBytes.length || at === 0; at += FILE_PIECE_BYTES) {
    const end = at + FILE_PIECE_BYTES;
    packets.push(
      encodeEvent({ ...event, status: null, fileBytes: fileBytes.subarray(at, end), eof: end >= fileBytes.length }),
    );
  }
  return packets;
}
