import { crc32 as reference } from 'node:zlib';
import { crc32 } from './crc32';
import { Random } from './testing';

describe('crc32()', () => {
  it('should give the check value of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('should equal zlib on stretches of every length and position', () => {
    const bytes = new Random(3).bytes(300);
    for (let start = 0; start < 20; start++) {
      for (let end = start; end <= bytes.length; end++) {
        const expected = reference(Buffer.from(bytes.subarray(start, end)));
        if (crc32(bytes, start, end) !== expected) expect({ start, end }).toBeNull();
      }
    }
  });
});
