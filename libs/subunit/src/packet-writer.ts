import { EncodeError } from './encode-error';
import { MAX_NUMBER } from './packet-format';

const utf8 = new TextEncoder();
const FIRST_BYTES = 4096;
/** A buffer that a large packet made larger is not kept. */
const KEPT_BYTES = 256 * 1024;

/** Bytes of one packet in the order of the protocol's fields. May be used again for the next packet. */
export class PacketWriter {
  private bytes = new Uint8Array(FIRST_BYTES);
  private length = 0;

  get size(): number {
    return this.length;
  }

  /** Begins a new packet, with so many bytes left free before it. */
  restart(free = 0): void {
    if (this.bytes.length > KEPT_BYTES) this.bytes = new Uint8Array(FIRST_BYTES);
    this.length = free;
  }

  /** A view, valid until the next write. */
  written(start = 0): Uint8Array {
    return this.bytes.subarray(start, this.length);
  }

  /** Writes what belongs further to the front, and comes back. */
  at(position: number, write: () => void): void {
    const { length } = this;
    this.length = position;
    write();
    this.length = length;
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

  /** Nearly all text is short and ASCII: written here, it costs no call and no array. Writes nothing where it is not. */
  private ascii(value: string, field: string): boolean {
    const begin = this.length;
    this.number(value.length, field);
    this.reserve(value.length);
    const { bytes } = this;
    let at = this.length;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f || code === 0) {
        this.length = begin;
        return false;
      }
      bytes[at++] = code;
    }
    this.length = at;
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
