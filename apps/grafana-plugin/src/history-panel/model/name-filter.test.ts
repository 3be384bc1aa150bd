import { readNameFilter } from './name-filter';

function matching(filter: string, ...names: string[]): string[] {
  return names.filter(readNameFilter(filter).matches);
}

describe('readNameFilter()', () => {
  it('should match everything where it is empty', () => {
    expect(matching('  ', 'a', '')).toEqual(['a', '']);
  });

  it('should want every word, whatever its case, in any order', () => {
    expect(matching('BOOT api', 'api.Servers.test_boot', 'api.Servers', 'test_boot')).toEqual([
      'api.Servers.test_boot',
    ]);
  });

  it('should leave out words with a minus, and look for a minus that stands alone', () => {
    expect(matching('test -slow', 'test_slow', 'test_fast')).toEqual(['test_fast']);
    expect(matching('-', 'a-b', 'ab')).toEqual(['a-b']);
  });

  it('should take what is no expression as it is written', () => {
    expect(matching('a.b[1', 'a.b[1]', 'axb[1]')).toEqual(['a.b[1]']);
    expect(matching('/', 'a/b', 'ab')).toEqual(['a/b']);
    expect(matching('api/x/', 'api/x/y')).toEqual(['api/x/y']);
  });

  it('should read an expression between slashes', () => {
    expect(matching('/test_(boot|halt)$/', 'a.test_boot', 'a.test_boot2', 'TEST_HALT')).toEqual([
      'a.test_boot',
      'TEST_HALT',
    ]);
  });

  it('should say what is wrong with an expression, and then filter nothing', () => {
    const filter = readNameFilter('/a(/');
    expect(filter.problem).toMatch(/unterminated/i);
    expect(filter.matches('b')).toBe(true);
  });
});
