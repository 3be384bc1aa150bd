import { MAX_PACKET_BYTES } from './packet-format';
import { updateCrc } from './crc32';

/** 2^22 is the first length that no packet has. */
const SHIFTS = 22;

/** For each power of two: what that many zero bytes make of a register, by its four bytes. */
let shiftTables: readonly Int32Array[] | undefined;

/**
 * The checksum of any stretch of a window in constant time, after one pass over the window.
 *
 * Bytes that look like packet starts can claim up to 4 MiB each: summing each claim anew would take quadratic time on
 * input made for that. Registers after each byte are kept instead, and the sum of a stretch is the difference of two.
 */
export class CrcIndex {
  private readonly registers = new Int32Array(2 * MAX_PACKET_BYTES + 2);
  /** Stream offset of the window's first byte. */
  private base = 0;
  /** Bytes of the window that are summed. */
  private length = 0;

  /**
   * The IEEE CRC-32 of the stream's bytes `[from, to)`, unsigned.
   *
   * @param bytes - holds at least those bytes
   * @param bytesOffset - stream offset of `bytes[0]`
   */
  crc32(bytes: Uint8Array, bytesOffset: number, from: number, to: number): number {
    if (from < this.base || from > this.base + this.length || to - this.base > this.registers.length - 1) {
      this.base = from;
      this.length = 0;
    }
    this.extend(bytes, bytesOffset, to);
    const before = this.registers[from - this.base] as number;
    const after = this.registers[to - this.base] as number;
    return ~(after ^ shiftRegister(~before, to - from)) >>> 0;
  }

  private extend(bytes: Uint8Array, bytesOffset: number, to: number): void {
    let register = this.registers[this.length] as number;
    if (this.length === 0) register = this.registers[0] = 0;
    for (let offset = this.base + this.length; offset < to; offset++) {
      const at = offset - bytesOffset;
      register = updateCrc(register, bytes, at, at + 1);
      this.registers[++this.length] = register;
    }
  }
}

/** The register after `count` zero bytes. */
function shiftRegister(register: number, count: number): number {
  shiftTables ??= makeShiftTables();
  let value = register;
  for (let power = 0; power < SHIFTS; power++) {
    if ((count >>> power) & 1) value = applyShift(shiftTables[power] as Int32Array, value);
  }
  return value;
}

function applyShift(table: Int32Array, register: number): number {
  return (
    (table[register & 0xff] as number) ^
    (table[256 + ((register >>> 8) & 0xff)] as number) ^
    (table[512 + ((register >>> 16) & 0xff)] as number) ^
    (table[768 + (register >>> 24)] as number)
  );
}

function makeShiftTables(): readonly Int32Array[] {
  const zero = new Uint8Array(1);
  const tables = [makeShiftTable((register) => updateCrc(register, zero, 0, 1))];
  while (tables.length < SHIFTS) {
    const half = tables[tables.length - 1] as Int32Array;
    tables.push(makeShiftTable((register) => applyShift(half, applyShift(half, register))));
  }
  return tables;
}

function makeShiftTable(shift: (register: number) => number): Int32Array {
  const table = new Int32Array(1024);
  for (let index = 0; index < table.length; index++) table[index] = shift((index & 0xff) << (8 * (index >>> 8)));
  return table;
}
