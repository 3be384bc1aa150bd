import type { ByteWindow } from './byte-window';
import { CrcIndex } from './crc-index';
import { crc32 } from './crc32';
import type { SubunitEvent } from './event';
import { CRC_BYTES, MAX_PACKET_BYTES, MIN_PACKET_BYTES, VERSION } from './packet-format';
import { PacketParser } from './packet-parser';
import type { DamageCode } from './stream-item';

/** Sums of bad claims below this and below eight times what was read are made directly. */
const DIRECT_CRC_BYTES = 1 << 20;
const MAX_LENGTH_WIDTH = 3;

export type Verdict = 'packet' | 'damaged' | 'incomplete';

/**
 * Decides whether a good packet starts at a signature byte of the window.
 *
 * The findings stay in fields, valid until the next `probe`: the way of a good packet makes no object but its event.
 */
export class PacketProbe {
  /** After `packet`. */
  event: SubunitEvent | null = null;
  /** Window index behind the packet; after `damaged`, where its claim ends. */
  next = 0;
  /** After `damaged`. */
  code: DamageCode = 'bad_version';
  /** After `damaged`. A message is made only where damage begins: hostile input fails at every byte. */
  describe: () => string = () => '';

  private readonly parser = new PacketParser();
  private crcIndex: CrcIndex | undefined;
  private wastedCrcBytes = 0;
  private storedCrc = 0;
  private computedCrc = 0;

  constructor(private readonly window: ByteWindow) {}

  /**
   * @param at - window index of a signature byte
   * @param isLast - nothing follows the window: a claim beyond it is damage, else it is `incomplete`
   */
  probe(at: number, isLast: boolean): Verdict {
    const { bytes, end } = this.window;
    this.next = at + 1;
    if (end - at < 4) return this.tooShort(at, MIN_PACKET_BYTES, isLast);
    const first = bytes[at + 3] as number;
    const width = (first >>> 6) + 1;
    const version = (bytes[at + 1] as number) >>> 4;
    if (width > MAX_LENGTH_WIDTH && version !== VERSION) return this.failVersion(version);
    if (end - at < 3 + width) return this.tooShort(at, MIN_PACKET_BYTES, isLast);
    if (width > MAX_LENGTH_WIDTH) return this.failLengthWidth(at, width);
    let length = first & 0x3f;
    for (let index = 1; index < width; index++) length = (length << 8) | (bytes[at + 3 + index] as number);
    if (length < MIN_PACKET_BYTES + width - 1) return this.failLength(length);
    if (end - at < length) return this.tooShort(at, length, isLast);
    if (!this.isChecksumRight(at, length)) {
      // The version is looked at this late because the reference reader takes any, if the checksum is right.
      return version === VERSION ? this.failChecksum(at + length) : this.failVersion(version);
    }
    this.next = at + length;
    this.event = this.parser.parse(bytes, at, at + 3 + width, at + length);
    const failure = this.parser.failure;
    return failure === null ? 'packet' : this.fail(failure.code, () => failure.message);
  }

  private fail(code: DamageCode, describe: () => string): Verdict {
    this.code = code;
    this.describe = describe;
    return 'damaged';
  }

  private failVersion(version: number): Verdict {
    return this.fail('bad_version', () => `version: expected ${VERSION}, found ${version}`);
  }

  private failLength(length: number): Verdict {
    return this.fail(
      'bad_length',
      () => `length: expected ${MIN_PACKET_BYTES} to ${MAX_PACKET_BYTES} bytes, found ${length}`,
    );
  }

  /** The head is damage as a whole, as for the reference reader. */
  private failLengthWidth(at: number, width: number): Verdict {
    this.next = at + 2 + width;
    return this.fail('bad_length', () => `length: expected at most ${MAX_LENGTH_WIDTH} bytes, found ${width}`);
  }

  private failChecksum(next: number): Verdict {
    this.next = next;
    const { storedCrc, computedCrc } = this;
    return this.fail('bad_checksum', () => `checksum: expected ${hex(computedCrc)}, found ${hex(storedCrc)}`);
  }

  private tooShort(at: number, length: number, isLast: boolean): Verdict {
    if (!isLast) return 'incomplete';
    const { bytes, end } = this.window;
    const isVersionRight = end - at < 2 || (bytes[at + 1] as number) >>> 4 === VERSION;
    if (isVersionRight) this.next = end;
    return this.fail('truncated', () => `packet: expected ${length} bytes, found ${end - at} at the end of the stream`);
  }

  private isChecksumRight(at: number, length: number): boolean {
    const sumAt = at + length - CRC_BYTES;
    this.storedCrc = readUint32(this.window.bytes, sumAt);
    this.computedCrc = this.checksum(at, sumAt);
    if (this.storedCrc === this.computedCrc) return true;
    this.wastedCrcBytes += length;
    return false;
  }

  private checksum(from: number, to: number): number {
    const { bytes, offset } = this.window;
    const budget = DIRECT_CRC_BYTES + 8 * (offset + from);
    if (this.wastedCrcBytes + (to - from) <= budget || to - from < 64) return crc32(bytes, from, to);
    this.crcIndex ??= new CrcIndex();
    return this.crcIndex.crc32(bytes, offset, offset + from, offset + to);
  }
}

function readUint32(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number)) >>>
    0
  );
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}
