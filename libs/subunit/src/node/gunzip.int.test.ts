import { gzipSync } from 'node:zlib';

import type { Damage } from '../stream-item';
import { gunzip, type GunzipOptions } from './gunzip';

const text = Array.from(
  { length: 3000 },
  (_, line) => `line ${line} of some text that does not repeat ${line * 7919}\n`,
).join('');
const plain = Buffer.from(text);
const packed = gzipSync(plain);

async function expand(
  bytes: Uint8Array,
  chunkBytes = bytes.length,
  options: GunzipOptions = {},
): Promise<[Buffer, Damage[]]> {
  async function* source(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
  }
  const damage: Damage[] = [];
  const chunks: Uint8Array[] = [];
  for await (const chunk of gunzip(source(), { ...options, onDamage: (found) => damage.push(found) }))
    chunks.push(chunk);
  return [Buffer.concat(chunks), damage];
}

describe('gunzip()', () => {
  it.each([1, 7, 4096, packed.length])('should expand one member in chunks of %d bytes', async (chunkBytes) => {
    const [bytes, damage] = await expand(packed, chunkBytes);
    expect(bytes.equals(plain)).toBe(true);
    expect(damage).toEqual([]);
  });

  it('should pass through what is not gzip', async () => {
    const [bytes, damage] = await expand(plain, 1000);
    expect(bytes.equals(plain)).toBe(true);
    expect(damage).toEqual([]);
  });

  it.each([0, 1, 2])('should pass through an input of %d bytes', async (length) => {
    const [bytes] = await expand(Uint8Array.of(0x1f, 0x20).subarray(0, length));
    expect(bytes).toHaveLength(length);
  });

  it('should expand many members with zero padding between and behind them', async () => {
    const members = [gzipSync('one '), Buffer.alloc(20), gzipSync(''), gzipSync('two '), packed, Buffer.alloc(600)];
    for (const chunkBytes of [1, 13, 5000]) {
      const [bytes, damage] = await expand(Buffer.concat(members), chunkBytes);
      expect(bytes.toString()).toBe(`one two ${text}`);
      expect(damage).toEqual([]);
    }
  });

  it('should read header fields of every kind', async () => {
    const raw = gzipSync('named').subarray(10);
    const fields = Buffer.from([
      0x1f,
      0x8b,
      8,
      0x1e,
      0,
      0,
      0,
      0,
      0,
      3,
      2,
      0,
      9,
      9,
      ...Buffer.from('name\0comment\0'),
      1,
      2,
    ]);
    const [bytes, damage] = await expand(Buffer.concat([fields, raw]), 3);
    expect(bytes.toString()).toBe('named');
    expect(damage).toEqual([]);
  });

  it('should give a growing prefix and say truncated wherever a member is cut', async () => {
    let before = 0;
    for (let length = 2; length < packed.length; length += 97) {
      const [bytes, damage] = await expand(packed.subarray(0, length), 500);
      expect(plain.subarray(0, bytes.length).equals(bytes)).toBe(true);
      expect(bytes.length).toBeGreaterThanOrEqual(before);
      expect(damage).toMatchObject([{ code: 'gzip_truncated', offset: bytes.length, length: 0 }]);
      before = bytes.length;
    }
    expect(before).toBeGreaterThan(plain.length * 0.9);
  });

  it('should say truncated where only the checksum is cut, and give everything', async () => {
    const [bytes, damage] = await expand(packed.subarray(0, packed.length - 3));
    expect(bytes.equals(plain)).toBe(true);
    expect(damage).toMatchObject([{ code: 'gzip_truncated' }]);
  });

  it('should give what is good before corrupt data', async () => {
    const corrupt = Buffer.from(packed);
    corrupt.fill(0xff, 8000, 8100);
    const [bytes, damage] = await expand(corrupt);
    const intact = commonPrefix(bytes, plain);
    expect(intact).toBeGreaterThan(plain.length * 0.5 * (8000 / packed.length));
    expect(damage).toMatchObject([{ code: 'gzip_corrupt' }]);
  });

  it('should say corrupt where the checksum is wrong', async () => {
    const corrupt = Buffer.from(packed);
    corrupt.writeUInt8((corrupt.readUInt8(corrupt.length - 6) + 1) & 0xff, corrupt.length - 6);
    const [bytes, damage] = await expand(corrupt);
    expect(bytes.equals(plain)).toBe(true);
    expect(damage).toMatchObject([{ code: 'gzip_corrupt' }]);
  });

  it('should never hang or throw, whatever byte is flipped', async () => {
    const small = gzipSync('a small stream, a small stream, a small stream');
    for (let at = 2; at < small.length; at++) {
      const flipped = Buffer.from(small);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x55, at);
      await expand(flipped, 11);
    }
  });

  it('should leave out trailing bytes and count them', async () => {
    const [bytes, damage] = await expand(Buffer.concat([packed, Buffer.from('trailing')]), 300);
    expect(bytes.equals(plain)).toBe(true);
    expect(damage).toMatchObject([{ code: 'gzip_trailing', offset: plain.length }]);
    expect(damage[0]?.message).toContain('8 other bytes');
  });

  it('should stop at the limit, at n and n + 1', async () => {
    const [bytes] = await expand(packed, 999, { maxBytes: plain.length });
    expect(bytes.equals(plain)).toBe(true);
    await expect(expand(packed, 999, { maxBytes: plain.length - 1 })).rejects.toMatchObject({
      code: 'expanded_too_large',
    });
  });

  it('should stop a bomb of 1 GiB in 1 MB soon after the limit', async () => {
    const bomb = Buffer.concat(Array.from({ length: 1024 }, () => gzipSync(Buffer.alloc(1 << 20))));
    await expect(expand(bomb, 65536, { maxBytes: 10 << 20 })).rejects.toThrow('expected at most 10485760 bytes');
  });
});

function commonPrefix(left: Uint8Array, right: Uint8Array): number {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at++;
  return at;
}
