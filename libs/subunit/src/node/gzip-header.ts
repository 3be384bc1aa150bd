import type { InputQueue } from './input-queue';

const FIXED_BYTES = 10;
const DEFLATE = 8;
const FLAG_HEADER_CRC = 0x02;
const FLAG_EXTRA = 0x04;
const FLAG_NAME = 0x08;
const FLAG_COMMENT = 0x10;
const RESERVED_FLAGS = 0xe0;
/** Names and comments longer than this are no names. */
const MAX_TEXT_BYTES = 64 * 1024;

export type HeaderResult = 'ok' | 'truncated' | 'corrupt';

/** Takes the header of one gzip member (RFC 1952, section 2.3). */
export async function skipGzipHeader(input: InputQueue): Promise<HeaderResult> {
  const fixed = await input.peekAtLeast(FIXED_BYTES);
  if (fixed.length < FIXED_BYTES) return 'truncated';
  const flags = fixed[3] as number;
  if (fixed[2] !== DEFLATE || (flags & RESERVED_FLAGS) !== 0) return 'corrupt';
  input.skip(FIXED_BYTES);
  if (flags & FLAG_EXTRA) {
    const length = await input.peekAtLeast(2);
    if (length.length < 2) return 'truncated';
    const result = await skipBytes(input, 2 + (length[0] as number) + 256 * (length[1] as number));
    if (result !== 'ok') return result;
  }
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    const result = flags & flag ? await skipText(input) : 'ok';
    if (result !== 'ok') return result;
  }
  return flags & FLAG_HEADER_CRC ? skipBytes(input, 2) : 'ok';
}

async function skipBytes(input: InputQueue, count: number): Promise<HeaderResult> {
  const bytes = await input.peekAtLeast(count);
  if (bytes.length < count) return 'truncated';
  input.skip(count);
  return 'ok';
}

async function skipText(input: InputQueue): Promise<HeaderResult> {
  for (let known = 0; known < MAX_TEXT_BYTES;) {
    const bytes = await input.peekAtLeast(known + 1);
    if (bytes.length === known) return 'truncated';
    const end = bytes.indexOf(0, known);
    if (end !== -1) {
      input.skip(end + 1);
      return 'ok';
    }
    known = bytes.length;
  }
  return 'corrupt';
}
