import { crc32 } from './crc32';
import { EncodeError } from './encode-error';
import { MAX_NUMBER } from './packet-format';
import { writeUtf8 } from './text';

const utf8 = new TextEncoder();
const MOST_BYTES_A_CHARACTER = 3;
/** Text up to so many characters is sooner copied than encoded. */
const SHORT = 24;
const FIRST_BYTES = 4096;
/** A buffer that a large packet made larger is not kept. */
const KEPT_BYTES = 256 * 1024;

/** Bytes of packets in the order of the protocol's fields, one packet behind the other. */
export class PacketWriter {
  private bytes = new Uint8Array(FIRST_BYTES);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** Begins anew. */
  restart(): void {
    if (this.bytes.length > KEPT_BYTES) this.bytes = new Uint8Array(FIRST_BYTES);
    this.length = 0;
  }

  /** A view, valid until the next write. */
  written(start = 0): Uint8Array {
    return this.bytes.subarray(start, this.length);
  }

  /** The checksum of what stands behind `start`. */
  crc32(start: number): number {
    return crc32(this.bytes, start, this.length);
  }

  /** Leaves bytes free, to be written later. */
  skip(bytes: number): void {
    this.reserve(bytes);
    this.length += bytes;
  }

  /** Goes on from another place: back to one that was left free, or to the end again. */
  moveTo(position: number): void {
    this.length = position;
  }

  /** Moves what stands behind `start` by so many bytes. */
  shift(start: number, by: number): void {
    if (by > 0) this.reserve(by);
    this.bytes.copyWithin(start + by, start, this.length);
    this.length += by;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length++] = value;
  }

  uint16(value: number): void {
    this.byte(value >>> 8);
    this.byte(value & 0xff);
  }

  uint32(value: number): void {
    this.uint16(value >>> 16);
    this.uint16(value & 0xffff);
  }

  /** The shortest form of a number up to 2^30 - 1; the top two bits of the first byte count the further bytes. */
  number(value: number, field: string): void {
    if (value <= 0x3f) return this.byte(value);
    if (value <= 0x3fff) return this.uint16(0x4000 | value);
    if (value <= 0x3fffff) {
      this.byte(0x80 | (value >>> 16));
      return this.uint16(value & 0xffff);
    }
    if (value > MAX_NUMBER) throw new EncodeError('too_long', field, `at most ${MAX_NUMBER}`, `${value}`);
    this.uint32((0xc0000000 | value) >>> 0);
  }

  /** @throws EncodeError for NUL and for a surrogate without its partner */
  text(value: string, field: string): void {
    if (this.ascii(value, field)) return;
    if (value.includes('\0')) throw new EncodeError('bad_text', field, 'text without NUL', 'a NUL');
    if (!isWellFormed(value)) throw new EncodeError('bad_text', field, 'well-formed Unicode', 'a lone surrogate');
    this.content(utf8.encode(value), field);
  }

  /** Length and bytes. */
  content(value: Uint8Array, field: string): void {
    this.number(value.length, `length of the ${field}`);
    this.raw(value);
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.length);
    this.length += value.length;
  }

  /** Nearly all text is ASCII: written here, it costs no array. Writes nothing where it is not. */
  private ascii(value: string, field: string): boolean {
    const begin = this.length;
    this.number(value.length, field);
    this.reserve(MOST_BYTES_A_CHARACTER * value.length);
    const isWritten = value.length > SHORT ? this.encodeAscii(value) : this.copyAscii(value);
    if (isWritten) this.length += value.length;
    else this.length = begin;
    return isWritten;
  }

  /** What is not ASCII has more bytes than characters. */
  private encodeAscii(value: string): boolean {
    return writeUtf8(value, this.bytes, this.length) === value.length && !value.includes('\0');
  }

  private copyAscii(value: string): boolean {
    const { bytes, length } = this;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f || code === 0) return false;
      bytes[length + index] = code;
    }
    return true;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(2 * this.bytes.length, this.length + more));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** Every high surrogate is followed by a low one and no low one stands alone. */
export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
