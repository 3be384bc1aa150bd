import { countIncoming } from './young-buffers';

const CHUNK_BYTES = 64 * 1024;
const MEGABYTE = 1024 * 1024;

/** Most memory in buffers while so much comes in that nobody keeps. */
function peakOfPassing(bytes: number): number {
  const before = process.memoryUsage().arrayBuffers;
  let peak = 0;
  for (let passed = 0; passed < bytes; passed += CHUNK_BYTES) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    countIncoming(chunk.length);
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
  }
  return peak;
}

describe('countIncoming', () => {
  it('should keep what passes through from filling the memory', () => {
    expect(peakOfPassing(96 * MEGABYTE)).toBeLessThan(24 * MEGABYTE);
  });
});
