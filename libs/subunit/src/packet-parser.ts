import { STATUSES, type Status, type SubunitEvent } from './event';
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
  MASK_STATUS,
} from './packet-format';
import type { DamageCode } from './stream-item';
import { sortedSet } from './sorted-set';
import { readText } from './text';
import { TextMemo } from './text-memo';

export interface PacketFailure {
  readonly code: DamageCode;
  readonly message: string;
}

const STATUS_OF: readonly (Status | null)[] = [null, ...STATUSES];
const NO_TAGS: readonly string[] = [];

/**
 * Reads the fields of one packet whose checksum is right.
 *
 * A torn field makes it remember a failure and go on with empty values, so that the way of a good packet has no
 * exception and no intermediate object. What stands between the last field and the checksum is ignored, as the
 * reference reader does.
 */
export class PacketParser {
  private readonly testId = new TextMemo();
  private readonly mimeType = new TextMemo();
  private readonly fileName = new TextMemo();
  private readonly routeCode = new TextMemo();
  private readonly oneTag = new TextMemo();
  private tags: readonly string[] = NO_TAGS;
  private failed: PacketFailure | null = null;
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  private end = 0;
  private packetStart = 0;

  /** Why the last `parse` gave `null`. */
  get failure(): PacketFailure | null {
    return this.failed;
  }

  /**
   * @param start - of the signature
   * @param fields - of the first byte after the length
   * @param end - one past the checksum
   * @returns `null` where a field is torn or is no text; `failure` tells why
   */
  parse(bytes: Uint8Array, start: number, fields: number, end: number): SubunitEvent | null {
    this.failed = null;
    this.bytes = bytes;
    this.at = fields;
    this.end = end - CRC_BYTES;
    this.packetStart = start;
    const flags = ((bytes[start + 1] as number) << 8) | (bytes[start + 2] as number);
    const timestampMicros = flags & FLAG_TIMESTAMP ? this.readTimestamp() : null;
    const testId = flags & FLAG_TEST_ID ? this.readString(this.testId, 'test id') : null;
    const tags = flags & FLAG_TAGS ? this.readTags() : null;
    const mimeType = flags & FLAG_MIME_TYPE ? this.readString(this.mimeType, 'MIME type') : null;
    const fileName = flags & FLAG_FILE_CONTENT ? this.readString(this.fileName, 'file name') : null;
    const fileBytes = flags & FLAG_FILE_CONTENT ? this.readContent() : null;
    const routeCode = flags & FLAG_ROUTE_CODE ? this.readString(this.routeCode, 'route code') : null;
    if (this.failed !== null) return null;
    return {
      testId,
      status: STATUS_OF[flags & MASK_STATUS] as Status | null,
      tags,
      runnable: (flags & FLAG_RUNNABLE) !== 0,
      fileName,
      fileBytes,
      mimeType,
      eof: (flags & FLAG_EOF) !== 0,
      routeCode,
      timestampMicros,
    };
  }

  private readTimestamp(): number {
    const at = this.at;
    if (this.end - at < 5) return this.fail('bad_field', 'timestamp', '5 bytes or more', `${this.end - at}`, 0);
    const bytes = this.bytes;
    const high = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    const low = ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
    this.at = at + 4;
    const nanoseconds = this.readNumber('nanoseconds');
    return (high * 65536 + low) * 1_000_000 + roundHalfToEven(nanoseconds);
  }

  private readTags(): readonly string[] {
    const count = this.readNumber('number of tags');
    if (count > this.end - this.at) {
      return this.fail('bad_field', 'tags', `at most ${this.end - this.at} tags in the rest`, `${count}`, NO_TAGS);
    }
    if (count !== 1) return this.readManyTags(count);
    const tag = this.readString(this.oneTag, 'tag');
    if (this.tags.length !== 1 || this.tags[0] !== tag) this.tags = [tag];
    return this.tags;
  }

  private readManyTags(count: number): readonly string[] {
    const tags: string[] = [];
    for (let index = 0; index < count && this.failed === null; index++) tags.push(this.readString(null, 'tag'));
    return sortedSet(tags);
  }

  private readContent(): Uint8Array {
    const length = this.readNumber('length of the file content');
    const start = this.at;
    if (length > this.end - start) return this.fail('bad_field', 'file content', ...this.tooLong(length), this.bytes);
    this.at = start + length;
    return this.bytes.subarray(start, this.at);
  }

  private readString(memo: TextMemo | null, field: string): string {
    const length = this.readNumber(`length of the ${field}`);
    const start = this.at;
    if (length > this.end - start) return this.fail('bad_field', field, ...this.tooLong(length), '');
    this.at = start + length;
    const text = memo === null ? readText(this.bytes, start, this.at) : memo.read(this.bytes, start, this.at);
    return text ?? this.fail('bad_text', field, 'UTF-8 without NUL', 'other bytes', '');
  }

  private tooLong(length: number): [expected: string, found: string] {
    return [`at most ${this.end - this.at} bytes before the checksum`, `${length}`];
  }

  /** A number in the protocol's variable-length form; the top two bits of its first byte count the further bytes. */
  private readNumber(field: string): number {
    const { bytes, at } = this;
    const first = bytes[at] as number;
    const width = (first >>> 6) + 1;
    if (at + width > this.end) return this.fail('bad_field', field, `${width} bytes`, `${this.end - at}`, 0);
    this.at = at + width;
    let value = first & 0x3f;
    for (let index = 1; index < width; index++) value = (value << 8) | (bytes[at + index] as number);
    return value;
  }

  /** Remembers the first failure; `instead` keeps the caller's types plain. */
  private fail<T>(code: DamageCode, field: string, expected: string, found: string, instead: T): T {
    const where = `${this.at - this.packetStart} bytes into the packet`;
    this.failed ??= { code, message: `${field}: expected ${expected}, found ${found} (${where})` };
    this.at = this.end;
    return instead;
  }
}

function roundHalfToEven(nanoseconds: number): number {
  const micros = Math.floor(nanoseconds / 1000);
  const rest = nanoseconds - micros * 1000;
  if (rest > 500 || (rest === 500 && micros % 2 === 1)) return micros + 1;
  return micros;
}
