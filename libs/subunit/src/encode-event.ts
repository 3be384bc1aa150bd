import { EncodeError } from './encode-error';
import { STATUSES, type SubunitEvent } from './event';
import {
  CRC_BYTES,
  FLAG_EOF,
  FLAG_FILE_CONTENT,
  FLAG_MIME_TYPE,
  FLAG_ROUTE_CODE,
  FLAG_RUNNABLE,
  FLAG_TAGS,
  FLAG_TEST_ID,
  FLAG_TIMESTAMP,
  MAX_PACKET_BYTES,
  SIGNATURE,
  VERSION,
} from './packet-format';
import { PacketWriter } from './packet-writer';

/** Seconds are an unsigned 32-bit number: 2106-02-07T06:28:15.999999Z is the last microsecond. */
const END_OF_TIME_MICROS = 2 ** 32 * 1_000_000;
/** Signature and flags. */
const FIXED_HEAD_BYTES = 3;
/** Of the length of a packet of 63 to 16,381 bytes, as nearly all are. */
const USUAL_WIDTH = 2;

/** One buffer for all packets: each is copied out before the next begins. */
const packet = new PacketWriter();

/** What a packet may say; what is left out is absent, and `runnable` is true as all known writers have it. */
export type EventToEncode = Partial<SubunitEvent>;

/**
 * The packet of one event, in the shortest form.
 *
 * An empty MIME type and an empty list of tags count as absent, as in the reference writer; an empty id or route code
 * is written.
 *
 * @throws EncodeError where the protocol cannot carry the event: NUL or lone surrogates in text, a time before 1970 or
 * after 2106, more than 4,194,303 bytes (see `encodeFile`)
 */
export function encodeEvent(event: EventToEncode): Uint8Array {
  packet.restart();
  writePacket(packet, event);
  return packet.written().slice();
}

/** Writes the packet of one event behind what is there, as `encodeEvent` makes it; where that throws, nothing is written. */
export function writePacket(packets: PacketWriter, event: EventToEncode): void {
  const start = packets.size;
  try {
    packets.skip(FIXED_HEAD_BYTES + USUAL_WIDTH);
    writeFields(packets, event);
    finish(packets, start, flagsOf(event));
  } catch (error) {
    packets.moveTo(start);
    throw error;
  }
}

/** The head is written when it is known how long it is. */
function finish(packets: PacketWriter, start: number, flags: number): void {
  const withoutLength = packets.size - start - USUAL_WIDTH + CRC_BYTES;
  const width = withoutLength <= 62 ? 1 : withoutLength <= 16_381 ? 2 : 3;
  const length = withoutLength + width;
  if (length > MAX_PACKET_BYTES)
    throw new EncodeError('too_long', 'packet', `at most ${MAX_PACKET_BYTES} bytes`, `${length}`);
  if (width !== USUAL_WIDTH) packets.shift(start + FIXED_HEAD_BYTES + USUAL_WIDTH, width - USUAL_WIDTH);
  const end = packets.size;
  packets.moveTo(start);
  packets.byte(SIGNATURE);
  packets.uint16(flags);
  packets.number(length, 'length');
  packets.moveTo(end);
  packets.uint32(packets.crc32(start));
}

function writeFields(fields: PacketWriter, event: EventToEncode): void {
  if (isGiven(event.timestampMicros)) writeTimestamp(fields, event.timestampMicros);
  if (isGiven(event.testId)) fields.text(event.testId, 'test id');
  if (isGiven(event.tags) && event.tags.length > 0) writeTags(fields, event.tags);
  if (event.mimeType) fields.text(event.mimeType, 'MIME type');
  if (isGiven(event.fileName)) {
    fields.text(event.fileName, 'file name');
    fields.content(event.fileBytes ?? new Uint8Array(0), 'file content');
  }
  if (isGiven(event.routeCode)) fields.text(event.routeCode, 'route code');
}

function writeTags(fields: PacketWriter, tags: readonly string[]): void {
  fields.number(tags.length, 'number of tags');
  for (const tag of tags) fields.text(tag, 'tag');
}

function writeTimestamp(fields: PacketWriter, micros: number): void {
  if (!(micros >= 0 && micros < END_OF_TIME_MICROS)) {
    throw new EncodeError(
      'bad_time',
      'timestamp',
      'a time from 1970 to 2106-02-07T06:28:15Z',
      `${micros} microseconds`,
    );
  }
  const seconds = Math.floor(micros / 1_000_000);
  fields.uint32(seconds);
  fields.number(Math.round(micros - seconds * 1_000_000) * 1000, 'nanoseconds');
}

function flagsOf(event: EventToEncode): number {
  const status = isGiven(event.status) ? STATUSES.indexOf(event.status) + 1 : 0;
  return (
    (VERSION << 12) |
    status |
    flag(FLAG_TEST_ID, isGiven(event.testId)) |
    flag(FLAG_ROUTE_CODE, isGiven(event.routeCode)) |
    flag(FLAG_TIMESTAMP, isGiven(event.timestampMicros)) |
    flag(FLAG_RUNNABLE, event.runnable ?? true) |
    flag(FLAG_TAGS, isGiven(event.tags) && event.tags.length > 0) |
    flag(FLAG_FILE_CONTENT, isGiven(event.fileName)) |
    flag(FLAG_MIME_TYPE, Boolean(event.mimeType)) |
    flag(FLAG_EOF, event.eof ?? false)
  );
}

function flag(mask: number, isSet: boolean): number {
  return isSet ? mask : 0;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
