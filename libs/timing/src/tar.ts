/** What a file of an archive holds: written where it belongs, so that megabytes are not copied. */
export interface TarContent {
  readonly bytes: number;
  /** @param target - as long as `bytes`, all zero */
  write(target: Uint8Array): void;
}

export interface TarEntry {
  /** At most 100 characters of ASCII. */
  readonly name: string;
  readonly content: TarContent;
}

const BLOCK_BYTES = 512;

/** A tar archive (ustar) of regular files that anybody may read; always the same for the same files. */
export function tar(entries: readonly TarEntry[]): Uint8Array {
  const size = entries.reduce((sum, { content }) => sum + BLOCK_BYTES + padded(content.bytes), 2 * BLOCK_BYTES);
  const archive = new Uint8Array(size);
  let at = 0;
  for (const { name, content } of entries) {
    archive.set(headOf(name, content.bytes), at);
    at += BLOCK_BYTES;
    content.write(archive.subarray(at, at + content.bytes));
    at += padded(content.bytes);
  }
  return archive;
}

function padded(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
}

function headOf(name: string, bytes: number): Uint8Array {
  const head = new Uint8Array(BLOCK_BYTES);
  const write = (at: number, text: string): void => head.set(new TextEncoder().encode(text), at);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  write(0, name);
  write(100, octal(0o644, 7));
  write(108, octal(0, 7));
  write(116, octal(0, 7));
  write(124, octal(bytes, 11));
  write(136, octal(0, 11));
  // The sum of the head is taken with spaces in its own place.
  write(148, ' '.repeat(8));
  write(156, '0');
  write(257, 'ustar\0' + '00');
  write(
    148,
    `${octal(
      head.reduce((sum, byte) => sum + byte, 0),
      6,
    )} `,
  );
  return head;
}
