const PIECE_BYTES = 64 * 1024;

/** Joins small pieces of bytes: packets have a hundred bytes each, and every piece that is sent costs a system call. */
export async function* inPieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of source) {
    if (held.length === 0 && part.length >= PIECE_BYTES) {
      yield part;
      continue;
    }
    held.push(part);
    bytes += part.length;
    if (bytes < PIECE_BYTES) continue;
    yield Buffer.concat(held, bytes);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held, bytes);
}
