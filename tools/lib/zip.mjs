import { crc32, deflateRawSync } from 'node:zlib';

/** Times in archives begin in 1980; every file has this one, so that the same files make the same archive. */
const DOS_DAY = 0x0021;

/**
 * A zip archive of files, in the order given.
 *
 * @param {readonly { name: string, content: Buffer }[]} files names with slashes, of printable ASCII
 * @returns {Buffer}
 */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, content } of files) {
    const nameBytes = Buffer.from(name);
    const packed = deflateRawSync(content, { level: 9 });
    const common = commonHeader(content, packed, nameBytes);
    const local = Buffer.concat([u32(0x04034b50), common, u16(0), nameBytes, packed]);
    directory.push(
      Buffer.concat([
        ...[u32(0x02014b50), u16((3 << 8) | 20), common, u16(0), u16(0), u16(0), u16(0)],
        // A plain file that all may read.
        ...[u32((0o100644 << 16) >>> 0), u32(offset), nameBytes],
      ]),
    );
    parts.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const count = u16(files.length);
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(index.length), u32(offset), u16(0)]);
  return Buffer.concat([...parts, index, end]);
}

/** What a file's own header and its line in the directory have in common. */
function commonHeader(content, packed, nameBytes) {
  return Buffer.concat([
    ...[u16(20), u16(0), u16(8), u16(0), u16(DOS_DAY), u32(crc32(content))],
    ...[u32(packed.length), u32(content.length), u16(nameBytes.length)],
  ]);
}

function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
