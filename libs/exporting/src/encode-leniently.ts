import { EncodeError, type EventToEncode, type PacketStream } from '@testmetrics/subunit';

/** Seconds are an unsigned 32-bit number. */
const END_OF_TIME_MICROS = 2 ** 32 * 1_000_000;

/** A time that version 2 can carry; `null` where it is before 1970 or after 2106-02-07. */
export function encodableTime(micros: number | null): number | null {
  return micros !== null && micros >= 0 && micros < END_OF_TIME_MICROS ? micros : null;
}

/** Adds a packet. Text that no packet can carry (NUL, lone surrogates: other tools stored it) comes with U+FFFD instead. */
export function addPacket(packets: PacketStream, event: EventToEncode): void {
  try {
    packets.add(event);
  } catch (error) {
    if (!(error instanceof EncodeError && error.code === 'bad_text')) throw error;
    packets.add(withCleanText(event));
  }
}

/** Adds the packets of a file, as `addPacket()` does. */
export function addFilePackets(
  packets: PacketStream,
  event: EventToEncode & { fileName: string; fileBytes: Uint8Array },
): void {
  const before = packets.size;
  try {
    packets.addFile(event);
  } catch (error) {
    if (!(error instanceof EncodeError && error.code === 'bad_text')) throw error;
    packets.dropBehind(before);
    packets.addFile({ ...withCleanText(event), fileName: cleanText(event.fileName), fileBytes: event.fileBytes });
  }
}

function withCleanText({ testId, tags, mimeType, routeCode, fileName, ...event }: EventToEncode): EventToEncode {
  return {
    ...event,
    testId: cleanOrNull(testId),
    tags: tags?.map(cleanText) ?? null,
    mimeType: cleanOrNull(mimeType),
    routeCode: cleanOrNull(routeCode),
    fileName: cleanOrNull(fileName),
  };
}

function cleanOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : cleanText(text);
}

/** Well-formed text without NUL. */
export function cleanText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\ufffd');
}
