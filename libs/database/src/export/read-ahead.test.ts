import { readAhead } from './read-ahead';

describe('readAhead()', () => {
  async function* pages(log: string[], failing = -1) {
    yield* readAhead([0, 1, 2, 3], async (page) => {
      log.push(`read ${page}`);
      if (page === failing) throw new Error(`page ${page}`);
      return page;
    });
  }

  it('should give everything in order, and read one page ahead and no more', async () => {
    const log: string[] = [];
    for await (const page of pages(log)) log.push(`use ${page}`);
    expect(log).toEqual(['read 0', 'read 1', 'use 0', 'read 2', 'use 1', 'read 3', 'use 2', 'use 3']);
  });

  it('should read no further where the reader leaves', async () => {
    const log: string[] = [];
    for await (const page of pages(log)) if (page === 0) break;
    expect(log).toEqual(['read 0', 'read 1']);
  });

  it('should fail with a page when its turn comes', async () => {
    const [log, used]: [string[], number[]] = [[], []];
    const readAll = async (): Promise<void> => {
      for await (const page of pages(log, 2)) used.push(page);
    };
    await expect(readAll()).rejects.toThrow('page 2');
    expect(used).toEqual([0, 1]);
  });
});
