import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AttachmentSpool } from './attachment-spool';
import { removeStaleSpools } from './spool-file';

const MIB = 1024 * 1024;
const text = (value: string): Uint8Array => Buffer.from(value);

describe('AttachmentSpool', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'testmetrics-spool-test-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const open = ({ totalBytes = MIB, memoryBytes = 4096 } = {}) =>
    new AttachmentSpool(directory, { totalBytes, memoryBytes });

  it('should give back files that grew in turns, from memory', async () => {
    const spool = open();
    const [a, b] = [spool.add(1, 'a', 'text/plain'), spool.add(2, 'b', null)];
    for (const part of ['one', 'two', 'three']) {
      spool.append(a, text(part), MIB);
      spool.append(b, text(part.toUpperCase()), MIB);
    }
    expect(Buffer.from(await spool.read(a)).toString()).toBe('onetwothree');
    expect(Buffer.from(await spool.read(b)).toString()).toBe('ONETWOTHREE');
    expect(spool.describe(a)).toEqual({ owner: 1, name: 'a', contentType: 'text/plain', cutBytes: 0, size: 11 });
    expect(spool.isOnDisk).toBe(false);
    await spool.close();
  });

  it('should give back the same from disk, in any order, and leave nothing behind', async () => {
    const spool = open({ totalBytes: 64 * MIB });
    const contents = Array.from({ length: 300 }, (_, index) =>
      Buffer.alloc(7 * index + (index % 50 === 0 ? 300_000 : 0), index),
    );
    const numbers = contents.map((_, index) => spool.add(index, `f${index}`, null));
    for (const half of [0, 1]) {
      for (const [index, content] of contents.entries()) {
        const middle = Math.floor(content.length / 2);
        spool.append(
          numbers[index] ?? -1,
          half === 0 ? content.subarray(0, middle) : content.subarray(middle),
          64 * MIB,
        );
        await spool.drain();
      }
    }
    expect(spool.isOnDisk).toBe(true);
    expect(await readdir(directory)).toHaveLength(1);
    for (const index of [299, 0, 150, 50, 149, 1]) {
      expect(Buffer.compare(await spool.read(numbers[index] ?? -1), contents[index] ?? Buffer.alloc(0))).toBe(0);
    }
    await Promise.all([spool.close(), spool.close()]);
    expect(await readdir(directory)).toEqual([]);
  });

  it('should keep what the allowance of the file leaves room for, and count the rest', async () => {
    const spool = open();
    const file = spool.add(0, 'log', null);
    expect(spool.append(file, text('12345'), 8)).toBe(5);
    expect(spool.append(file, text('6789'), 3)).toBe(3);
    expect(spool.append(file, text('later'), 100)).toBe(0);
    expect(spool.describe(file)).toMatchObject({ size: 8, cutBytes: 6 });
    expect(Buffer.from(await spool.read(file, 2)).toString()).toBe('12345678\0\0');
    await spool.close();
  });

  it('should stay within the allowance of the run, in files and in bytes', async () => {
    const spool = open({ totalBytes: 100_000 });
    let kept = 0;
    for (let index = 0; index < 5000; index++) {
      const file = spool.add(index, `f${index}`, null);
      if (file < 0) spool.lose(1000);
      else kept += spool.append(file, Buffer.alloc(1000), MIB);
    }
    expect(kept).toBeLessThanOrEqual(100_000);
    expect(kept).toBeGreaterThan(60_000);
    expect(spool.count).toBeLessThan(800);
    expect(spool.lost.files).toBe(5000 - spool.count);
    await spool.close();
  });

  it('should say that there is no room where the directory takes nothing', async () => {
    const spool = new AttachmentSpool(join(directory, 'gone'), { totalBytes: MIB, memoryBytes: 10 });
    spool.append(spool.add(0, 'log', null), Buffer.alloc(100), MIB);
    await expect(spool.drain()).rejects.toMatchObject({
      code: 'spool_unavailable',
      status: 503,
      retryAfterSeconds: 30,
    });
    await spool.close();
  });

  it('should remove what dead processes left, and nothing else', async () => {
    const left = ['testmetrics-spool-99999999-abc123', `testmetrics-spool-${process.pid}-abc123`];
    const others = ['testmetrics-spool-1-abc123', 'testmetrics-spool-x', 'notes.txt'];
    await Promise.all([...left, ...others].map((name) => writeFile(join(directory, name), '')));
    expect(await removeStaleSpools(directory)).toBe(2);
    expect((await readdir(directory)).sort()).toEqual(others.sort());
  });
});
