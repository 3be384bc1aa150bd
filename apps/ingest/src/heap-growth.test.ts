import { withRoom } from './heap-growth';

describe('withRoom()', () => {
  async function* pieces(log: string[]) {
    try {
      for (const piece of [1, 2, 3]) {
        log.push(`make ${piece}`);
        if (piece === 3) throw new Error('third');
        yield Uint8Array.of(piece);
      }
    } finally {
      log.push('end');
    }
  }

  it('should give every piece when it is asked for, and fail as the making of them', async () => {
    const log: string[] = [];
    const readAll = async (): Promise<void> => {
      for await (const piece of withRoom(pieces(log))) log.push(`use ${piece[0]}`);
    };
    await expect(readAll()).rejects.toThrow('third');
    expect(log).toEqual(['make 1', 'use 1', 'make 2', 'use 2', 'make 3', 'end']);
  });

  it('should end the making where the reader leaves', async () => {
    const log: string[] = [];
    for await (const piece of withRoom(pieces(log))) if (piece[0] === 1) break;
    expect(log).toEqual(['make 1', 'end']);
  });
});
