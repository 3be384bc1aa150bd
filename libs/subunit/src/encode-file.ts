import { type EventToEncode, encodeEvent } from './encode-event';

/** Customary size of a piece; each packet stays far below its limit. */
export const FILE_PIECE_BYTES = 64 * 1024;

/** Names the file and its content, and whatever shall stand on each packet; its status is left out. */
export type FileToEncode = EventToEncode & { fileName: string; fileBytes: Uint8Array };

/** The packets of one file: pieces of at most 64 KiB, the MIME type on each, EOF on the last. An empty file is one packet. */
export function encodeFile(event: FileToEncode): Uint8Array[] {
  return Array.from(piecesOfFile(event), (piece) => encodeEvent(piece));
}

/** What the packets of a file say. */
export function* piecesOfFile(event: FileToEncode): Generator<EventToEncode> {
  const { fileBytes } = event;
  for (let at = 0; at < fileBytes.length || at === 0; at += FILE_PIECE_BYTES) {
    const end = at + FILE_PIECE_BYTES;
    yield { ...event, status: null, fileBytes: fileBytes.subarray(at, end), eof: end >= fileBytes.length };
  }
}
