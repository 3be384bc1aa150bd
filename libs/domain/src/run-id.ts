const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Reads a run id given by a client; upper case is no difference.
 *
 * @returns the id in lower case, or `null` where it is no UUID
 */
export function normalizeRunId(text: string): string | null {
  const bare = text.toLowerCase();
  return UUID.test(bare) ? bare : null;
}

/**
 * The text whose sha256 becomes a run's id where the client gave none: the same upload always gets the same id,
 * so the unique key on the run's id is what makes a repeated upload one run.
 */
export function runIdentityText(parts: {
  readonly contentHashHex: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly runAtMicros: number | null;
}): string {
  const pairs = [...parts.metadata].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return JSON.stringify([parts.contentHashHex, pairs, parts.runAtMicros]);
}

/** A UUID (version 8: made of a hash of our own choice) of the first 16 bytes of a hash. */
export function uuidOfHash(hash: Uint8Array): string {
  const bytes = hash.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
