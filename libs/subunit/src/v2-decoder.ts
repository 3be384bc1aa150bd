import { ByteWindow } from './byte-window';
import { CrcIndex } from './crc-index';
import { crc32 } from './crc32';
import type { DecoderSink, StreamDecoder } from './decoder-sink';
import type { SubunitEvent } from './event';
import { CRC_BYTES, MAX_PACKET_BYTES, MIN_PACKET_BYTES, SIGNATURE, VERSION } from './packet-format';
import { PacketParser } from './packet-parser';
import type { DamageCode } from './stream-item';
import { continuesCharacter } from './utf8-position';

/** Sums of bad claims below this and below eight times what was read are made directly. */
const DIRECT_CRC_BYTES = 1 << 20;
const TEXT_MEMORY = 3;
const MAX_LENGTH_WIDTH = 3;

interface OpenDamage {
  readonly offset: number;
  readonly code: DamageCode;
  readonly message: string;
  /** Stream offset at which it ends unless a good packet comes before. */
  end: number;
}

type Verdict = 'packet' | 'damaged' | 'incomplete';

/**
 * Finds the packets of a version 2 stream, whatever lies between them.
 *
 * Every signature byte is tried. Where no good packet starts there, decoding resumes one byte further, so that nothing
 * intact is lost however long the claim was; the stretch up to the next good packet, at most as long as claimed, is
 * reported as damage. A signature byte inside a UTF-8 character is text unless a packet with a right checksum starts there.
 *
 * Holds back at most one packet (4,194,303 bytes). Time is linear in the input.
 */
export class V2Decoder implements StreamDecoder {
  private readonly window = new ByteWindow();
  private readonly parser = new PacketParser();
  private crcIndex: CrcIndex | undefined;
  private damage: OpenDamage | null = null;
  /** Index of the first byte that is neither part of a packet nor reported. */
  private pendingFrom = 0;
  /** The last bytes of text that were already reported, for characters that span chunks. */
  private textBefore: number[] = [];
  private wastedCrcBytes = 0;
  private ended = false;
  private event: SubunitEvent | null = null;
  private next = 0;
  private code: DamageCode = 'bad_version';
  /** A message is made only where damage begins: hostile input fails at every byte. */
  private describe: () => string = () => '';
  private storedCrc = 0;
  private computedCrc = 0;

  constructor(private readonly sink: DecoderSink) {}

  /** Whether bytes are held back that may become a packet. */
  get isHolding(): boolean {
    return this.window.start < this.window.end;
  }

  push(chunk: Uint8Array): void {
    this.window.append(chunk);
    this.scan();
  }

  end(): void {
    this.ended = true;
    this.scan();
    this.closeDamage(this.window.offset + this.window.end);
  }

  private scan(): void {
    const { window } = this;
    const { bytes, end } = window;
    let at = window.start;
    this.pendingFrom = at;
    while (at < end) {
      if (bytes[at] !== SIGNATURE) {
        const found = bytes.indexOf(SIGNATURE, at);
        at = found === -1 || found >= end ? end : found;
        continue;
      }
      const verdict = this.tryPacket(at);
      if (verdict === 'incomplete') break;
      if (verdict === 'packet') {
        this.flushBefore(at);
        this.deliver(at);
        at = this.next;
        continue;
      }
      this.reject(at);
      at++;
    }
    this.flushBefore(at);
    window.keepFrom(at);
  }

  private deliver(at: number): void {
    this.closeDamage(this.window.offset + at);
    if (this.textBefore.length > 0) this.textBefore = [];
    this.pendingFrom = this.next;
    this.sink.onEvent(this.event as SubunitEvent, this.window.offset + at);
  }

  /** Decides about the signature at `at`; sets `event` and `next`, or `code`, `describe` and `next` (where the claim ends). */
  private tryPacket(at: number): Verdict {
    const { bytes, end } = this.window;
    this.next = at + 1;
    if (end - at < 4) return this.tooShort(at, MIN_PACKET_BYTES);
    const first = bytes[at + 3] as number;
    const width = (first >>> 6) + 1;
    const version = (bytes[at + 1] as number) >>> 4;
    if (width > MAX_LENGTH_WIDTH && version !== VERSION) return this.failVersion(version);
    if (end - at < 3 + width) return this.tooShort(at, MIN_PACKET_BYTES);
    if (width > MAX_LENGTH_WIDTH) return this.failLengthWidth(at, width);
    let length = first & 0x3f;
    for (let index = 1; index < width; index++) length = (length << 8) | (bytes[at + 3 + index] as number);
    if (length < MIN_PACKET_BYTES + width - 1) {
      return this.fail(
        'bad_length',
        () => `length: expected ${MIN_PACKET_BYTES} to ${MAX_PACKET_BYTES} bytes, found ${length}`,
      );
    }
    if (end - at < length) return this.tooShort(at, length);
    if (!this.isChecksumRight(at, length)) {
      if (version !== VERSION) return this.failVersion(version);
      this.next = at + length;
      return this.failChecksum();
    }
    this.event = this.parser.parse(bytes, at, at + 3 + width, at + length);
    this.next = at + length;
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

  /** The head is damage as a whole, as for the reference reader. */
  private failLengthWidth(at: number, width: number): Verdict {
    this.next = at + 2 + width;
    return this.fail('bad_length', () => `length: expected at most ${MAX_LENGTH_WIDTH} bytes, found ${width}`);
  }

  private tooShort(at: number, length: number): Verdict {
    if (!this.ended) return 'incomplete';
    const left = this.window.end - at;
    if ((this.window.bytes[at + 1] ?? VERSION << 4) >>> 4 === VERSION) this.next = this.window.end;
    return this.fail('truncated', () => `packet: expected ${length} bytes, found ${left} at the end of the stream`);
  }

  private isChecksumRight(at: number, length: number): boolean {
    const sumAt = at + length - CRC_BYTES;
    this.storedCrc = readUint32(this.window.bytes, sumAt);
    this.computedCrc = this.checksum(at, sumAt);
    if (this.storedCrc === this.computedCrc) return true;
    this.wastedCrcBytes += length;
    return false;
  }

  private failChecksum(): Verdict {
    const { storedCrc, computedCrc } = this;
    return this.fail('bad_checksum', () => `checksum: expected ${hex(computedCrc)}, found ${hex(storedCrc)}`);
  }

  private checksum(from: number, to: number): number {
    const { bytes, offset } = this.window;
    const budget = DIRECT_CRC_BYTES + 8 * (offset + from);
    if (this.wastedCrcBytes + (to - from) <= budget || to - from < 64) return crc32(bytes, from, to);
    this.crcIndex ??= new CrcIndex();
    return this.crcIndex.crc32(bytes, offset, offset + from, offset + to);
  }

  /** No packet starts here: the byte is text, or damage begins or goes on. */
  private reject(at: number): void {
    const { offset } = this.window;
    if (this.damage !== null && offset + at <= this.damage.end) {
      this.damage.end = Math.max(this.damage.end, offset + this.next);
      return;
    }
    if (this.isInsideCharacter(at)) return;
    this.flushBefore(at);
    this.closeDamage(offset + at);
    this.textBefore.length = 0;
    this.damage = { offset: offset + at, code: this.code, message: this.describe(), end: offset + this.next };
  }

  private isInsideCharacter(at: number): boolean {
    const { bytes } = this.window;
    const textFrom = this.textStart(at);
    if (at - textFrom >= TEXT_MEMORY) return continuesCharacter(bytes, textFrom, at);
    const before = textFrom === this.pendingFrom ? this.textBefore : [];
    const text = [...before, ...bytes.subarray(textFrom, at), SIGNATURE];
    return continuesCharacter(text, 0, text.length - 1);
  }

  /** Where the text that ends at `at` begins in the window: after the last packet and after damage. */
  private textStart(at: number): number {
    if (this.damage === null) return this.pendingFrom;
    return Math.min(at, Math.max(this.pendingFrom, this.damage.end - this.window.offset));
  }

  /** Reports the bytes up to `at` that are noise; those inside damage are not. */
  private flushBefore(at: number): void {
    const { bytes, offset } = this.window;
    const from = this.textStart(at);
    if (this.damage !== null && this.damage.end <= offset + at) this.closeDamage(this.damage.end);
    if (from < at) {
      if (from !== this.pendingFrom) this.textBefore.length = 0;
      this.rememberText(from, at);
      this.sink.onNoise(bytes.subarray(from, at), offset + from);
    }
    this.pendingFrom = at;
  }

  private rememberText(from: number, to: number): void {
    const { bytes } = this.window;
    for (let at = Math.max(from, to - TEXT_MEMORY); at < to; at++) this.textBefore.push(bytes[at] as number);
    if (this.textBefore.length > TEXT_MEMORY) this.textBefore.splice(0, this.textBefore.length - TEXT_MEMORY);
  }

  private closeDamage(end: number): void {
    if (this.damage === null) return;
    const { offset, code, message } = this.damage;
    const length = Math.min(end, this.damage.end) - offset;
    this.damage = null;
    this.sink.onDamage({ offset, length, code, message });
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
