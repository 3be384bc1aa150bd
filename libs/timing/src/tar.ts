import { joined } from './timing-stream';

export interface TarEntry {
  /** At most 100 characters of ASCII. */
  readonly name: string;
  readonly content: Uint8Array;
}

const BLOCK_BYTES = 512;

/** A tar archive (ustar) of regular files that anybody may read; always the same for the same files. */
export function tar(entries: readonly TarEntry[]): Uint8Array {
  const parts = entries.flatMap(({ name, content }) => [
    headOf(name, content.length),
    content,
    padding(content.length),
  ]);
  return joined([...parts, new Uint8Array(2 * BLOCK_BYTES)]);
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

function padding(bytes: number): Uint8Array {
  return new Uint8Array((BLOCK_BYTES - (bytes % BLOCK_BYTES)) % BLOCK_BYTES);
}
