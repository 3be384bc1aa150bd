import { CrcIndex } from './crc-index';
import { crc32 } from './crc32';
import { MAX_PACKET_BYTES } from './packet-format';
import { Random } from './testing';

describe('CrcIndex', () => {
  it('should give what summing gives, for stretches in any order and windows that move', () => {
    const random = new Random(5);
    const bytes = random.bytes(20_000);
    const index = new CrcIndex();
    for (let round = 0; round < 500; round++) {
      const from = random.below(bytes.length);
      const to = from + random.below(bytes.length - from + 1);
      const windowFrom = random.below(from + 1);
      const window = bytes.subarray(windowFrom);
      expect(index.crc32(window, windowFrom, from, to)).toBe(crc32(bytes, from, to));
    }
  });

  it('should sum a stretch of the largest packet', () => {
    const bytes = new Uint8Array(MAX_PACKET_BYTES + 10).map((_, at) => at * 31);
    const index = new CrcIndex();
    expect(index.crc32(bytes, 0, 0, 8)).toBe(crc32(bytes, 0, 8));
    expect(index.crc32(bytes, 0, 10, bytes.length)).toBe(crc32(bytes, 10, bytes.length));
  });
});
