/** 64 results as bits, the latest in bit 0: two halves, since a bigint for every test would cost more than all the rest. */
export interface HistoryBits {
  high: number;
  low: number;
}

export const HISTORY_LENGTH = 64;

export function noBits(): HistoryBits {
  return { high: 0, low: 0 };
}

/** Moves everything one place back and puts `bit` in front; what is older than 64 results falls out. */
export function pushBit(bits: HistoryBits, bit: boolean): void {
  bits.high = ((bits.high << 1) | (bits.low >>> 31)) >>> 0;
  bits.low = ((bits.low << 1) | (bit ? 1 : 0)) >>> 0;
}

/** As a decimal number for SQL. */
export function bitsToText({ high, low }: HistoryBits): string {
  if (high === 0) return String(low);
  return String((BigInt(high) << 32n) | BigInt(low));
}
