const POLYNOMIAL = 0xedb88320;
const SLICES = 8;

/** Eight tables of 256: table n is the effect of a byte that n more bytes follow. */
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(SLICES * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
    tables[byte] = value;
  }
  for (let index = 256; index < tables.length; index++) {
    const before = tables[index - 256] as number;
    tables[index] = (before >>> 8) ^ (tables[before & 0xff] as number);
  }
  return tables;
}

/**
 * The CRC register after `bytes[start, end)`, begun with `register`; no final inversion.
 *
 * Eight bytes a step: a call into zlib for each packet costs as much as the rest of the packet.
 */
export function updateCrc(register: number, bytes: Uint8Array, start: number, end: number): number {
  const t = TABLES;
  let crc = register;
  let at = start;
  for (const stop = end - 7; at < stop; at += 8) {
    const low =
      crc ^
      ((bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24));
    crc =
      (t[1792 + (low & 0xff)] as number) ^
      (t[1536 + ((low >>> 8) & 0xff)] as number) ^
      (t[1280 + ((low >>> 16) & 0xff)] as number) ^
      (t[1024 + (low >>> 24)] as number) ^
      (t[768 + (bytes[at + 4] as number)] as number) ^
      (t[512 + (bytes[at + 5] as number)] as number) ^
      (t[256 + (bytes[at + 6] as number)] as number) ^
      (t[bytes[at + 7] as number] as number);
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ (t[(crc ^ (bytes[at] as number)) & 0xff] as number);
  return crc;
}

/** The IEEE CRC-32 of `bytes[start, end)` as zlib gives it, unsigned. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  return ~updateCrc(-1, bytes, start, end) >>> 0;
}
