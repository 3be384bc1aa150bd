import { setImmediate } from 'node:timers/promises';
import { overlapped, overlappedBy } from './overlapped';

describe('overlapped()', () => {
  it('should begin the next item while the one before is under way, and never a third', async () => {
    const log: string[] = [];
    let running = 0;
    let most = 0;
    await overlapped(['a', 'b', 'c', 'd'], async (item) => {
      most = Math.max(most, ++running);
      log.push(`${item} begins`);
      await setImmediate();
      running -= 1;
      log.push(`${item} ends`);
    });
    expect(most).toBe(2);
    expect(log.filter((line) => line.endsWith('ends'))).toEqual(['a ends', 'b ends', 'c ends', 'd ends']);
    expect(log.indexOf('b begins')).toBeLessThan(log.indexOf('a ends'));
  });

  it('should fail with the first failure and begin nothing after it', async () => {
    const begun: string[] = [];
    const work = async (item: string): Promise<void> => {
      begun.push(item);
      await setImmediate();
      if (item !== 'a') throw new Error(`${item} failed`);
    };
    await expect(overlapped(['a', 'b', 'c', 'd', 'e'], work)).rejects.toThrow('b failed');
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('should wait for what was begun before it fails', async () => {
    const log: string[] = [];
    const work = async (item: string): Promise<void> => {
      if (item === 'a') throw new Error('a failed');
      await setImmediate();
      log.push(`${item} ended`);
    };
    await expect(overlapped(['a', 'b', 'c'], work)).rejects.toThrow('a failed');
    expect(log).toEqual(['b ended']);
  });

  it('should do nothing for no items', async () => {
    await expect(overlapped([], () => Promise.reject(new Error('asked')))).resolves.toBeUndefined();
  });
});

describe('overlappedBy()', () => {
  it('should give the items to the servants in turn', async () => {
    const done: string[] = [];
    const work = async (servant: string, item: number): Promise<void> => {
      await setImmediate();
      done.push(`${servant}${item}`);
    };
    await overlappedBy(['a', 'b'], [1, 2, 3], work);
    await overlappedBy(['c'], [4, 5], work);
    expect(done).toEqual(['a1', 'b2', 'a3', 'c4', 'c5']);
  });
});
