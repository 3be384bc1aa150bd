import { CrcIndex } from './crc-index';
import { crc32 } from './crc32';
import { MAX_PACKET_BYTES } from './packet-format';
import { Random } from './testing';

describe('CrcIndex', () => {
  it('should equal crc32() on random stretches while the window moves on', () => {
    const random = new Random(11);
    const stream = random.bytes(200_000);
    const index = new CrcIndex();
    let windowStart = 0;
    for (let round = 0; round < 3000; round++) {
      if (random.chance(10)) windowStart = Math.min(windowStart + random.below(2000), stream.length - 5000);
      const from = windowStart + random.below(2000);
      const to = from + random.below(3000);
      const window = stream.subarray(windowStart, windowStart + 5000);
      expect(index.crc32(window, windowStart, from, to)).toBe(crc32(stream, from, to));
    }
  });

  it('should begin anew where it is full, and where it is asked for earlier bytes', () => {
    const stream = new Uint8Array(3 * MAX_PACKET_BYTES).fill(7);
    const index = new CrcIndex();
    for (const [from, to] of [
      [0, MAX_PACKET_BYTES],
      [5, 6],
      [MAX_PACKET_BYTES + 1, 2 * MAX_PACKET_BYTES + 1],
      [MAX_PACKET_BYTES + 2, 2 * MAX_PACKET_BYTES + 2],
      [3, 40],
      [2 * MAX_PACKET_BYTES, 3 * MAX_PACKET_BYTES],
    ] as const) {
      expect(index.crc32(stream, 0, from, to)).toBe(crc32(stream, from, to));
    }
  });
});
