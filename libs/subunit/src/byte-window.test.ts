import { ByteWindow } from './byte-window';
import { GrowingBytes } from './growing-bytes';
import { Random } from './testing';

describe('ByteWindow', () => {
  it('should hold what was appended and not given up, whatever becomes of the chunks', () => {
    const random = new Random(21);
    const stream = random.bytes(300_000);
    const window = new ByteWindow();
    let kept = 0;
    for (let at = 0; at < stream.length;) {
      const chunk = stream.slice(at, at + random.below(random.chance(5) ? 90_000 : 300));
      at += chunk.length;
      window.append(chunk);
      expect(window.offset + window.start).toBe(kept);
      expect(window.offset + window.end).toBe(at);
      expect(Buffer.compare(window.bytes.subarray(window.start, window.end), stream.subarray(kept, at))).toBe(0);
      const start = window.start + random.below(window.end - window.start + 1);
      kept = window.offset + start;
      window.keepFrom(random.chance(30) ? window.end : start);
      kept = window.offset + window.start;
      chunk.fill(0);
    }
  });

  it('should need no more than twice what it keeps', () => {
    const window = new ByteWindow();
    for (let round = 0; round < 3000; round++) {
      window.append(new Uint8Array(1000));
      window.keepFrom(Math.max(window.start, window.end - 100_000));
    }
    expect(window.bytes.length).toBeLessThanOrEqual(2 * 101_000);
  });
});

describe('GrowingBytes', () => {
  it('should join pieces and begin anew when they are taken', () => {
    const bytes = new GrowingBytes();
    for (const value of [1, 2]) {
      for (let piece = 0; piece < 1000; piece++) bytes.append(new Uint8Array(piece % 7).fill(value));
      const { length } = bytes;
      const taken = bytes.take();
      expect(taken).toHaveLength(length);
      expect(taken.every((byte) => byte === value)).toBe(true);
      expect(bytes).toHaveLength(0);
    }
  });
});
