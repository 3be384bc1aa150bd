import { layoutOf } from './layout';
import { bufferPoolBytes, serverOptions } from './server-options';

const MIB = 1024 * 1024;

describe('serverOptions()', () => {
  const layout = layoutOf('/srv/test metrics/.data/mariadb');

  it('should listen on loopback only and give clients no way to files', () => {
    const text = serverOptions({ layout, port: 3307, durability: 'durable' });
    expect(text).toContain('bind-address = "127.0.0.1"');
    expect(text).toContain('local-infile = 0');
    expect(text).toContain('secure-file-priv = "/srv/test metrics/.data/mariadb/tmp"');
  });

  it('should flush every commit to the disk where the data matter', () => {
    expect(serverOptions({ layout, port: 1, durability: 'durable' })).toContain('innodb-flush-log-at-trx-commit = 1\n');
    expect(serverOptions({ layout, port: 1, durability: 'throwaway' })).toContain(
      'innodb-flush-log-at-trx-commit = 0\n',
    );
  });

  it('should name a system account only where one is given', () => {
    expect(serverOptions({ layout, port: 1, durability: 'durable' })).not.toMatch(/^user/m);
    expect(serverOptions({ layout, port: 1, durability: 'durable', systemUser: 'root' })).toContain('user = "root"');
  });
});

describe('bufferPoolBytes()', () => {
  it.each([
    [256 * MIB, 128 * MIB],
    [4096 * MIB, 1024 * MIB],
    [65536 * MIB, 4096 * MIB],
  ])('should take of %d bytes of memory %d', (memory, expected) => {
    expect(bufferPoolBytes(memory)).toBe(expected);
  });
});
