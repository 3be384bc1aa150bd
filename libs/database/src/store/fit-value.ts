/** MEDIUMBLOB. */
const MAX_COLUMN_BYTES = 2 ** 24 - 1;

export interface CutContent {
  readonly content: Uint8Array;
  /** Bytes left out so far. */
  readonly cutBytes: number;
}

/** Cuts what neither the column nor the server's max_allowed_packet could take, and counts what is left out. */
export function fitValue(
  { content, cutBytes }: CutContent,
  maxValueBytes: number,
): { content: Buffer; cutBytes: number } {
  const length = Math.min(content.length, MAX_COLUMN_BYTES, maxValueBytes);
  return {
    content: Buffer.from(content.buffer, content.byteOffset, length),
    cutBytes: cutBytes + content.length - length,
  };
}
