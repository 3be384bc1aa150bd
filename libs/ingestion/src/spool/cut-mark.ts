/** The line at the end of a cut file that says so. */
export function cutMark(cutBytes: number): Uint8Array {
  return Buffer.from(`\n[cut here: ${cutBytes} more bytes were not kept]\n`);
}
