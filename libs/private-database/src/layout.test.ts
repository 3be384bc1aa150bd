import { tmpdir } from 'node:os';
import { layoutOf } from './layout';

describe('layoutOf()', () => {
  it('should keep the socket in the directory where the path is short enough for the system', () => {
    expect(layoutOf('/srv/tm').socket).toBe('/srv/tm/mariadb.sock');
  });

  it('should put the socket of a deep directory elsewhere, under a name of its own', () => {
    const deep = (name: string) => layoutOf(`/srv/${'deep/'.repeat(30)}${name}`).socket;
    expect(deep('a').startsWith(tmpdir())).toBe(true);
    expect(deep('a')).not.toBe(deep('b'));
  });
});
