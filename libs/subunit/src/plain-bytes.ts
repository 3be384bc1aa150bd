/**
 * The same bytes as a plain array: `slice` of Node's `Buffer` makes a view where `slice` of a `Uint8Array` makes a
 * copy, and who receives our views copies them with it.
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.constructor === Uint8Array) return bytes;
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
