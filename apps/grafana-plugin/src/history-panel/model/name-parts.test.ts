import { commonPrefix, labelName, partStarts, sharedLength } from './name-parts';

function parts(name: string): string[] {
  const starts = [0, ...partStarts(name)];
  return starts.map((start, index) => name.slice(start, starts[index + 1]));
}

describe('partStarts()', () => {
  it.each([
    ['tempest.api.Servers.test_boot', ['tempest.', 'api.', 'Servers.', 'test_boot']],
    ['net/http.TestServe/keep_alive', ['net/', 'http.', 'TestServe/', 'keep_alive']],
    ['core::fmt::tests::pads', ['core::', 'fmt::', 'tests::', 'pads']],
    ['cart > adds a thing', ['cart > ', 'adds a thing']],
    ['test_x[a.b/c-1.5]', ['test_x[a.b/c-1.5]']],
    ['a.test_x(1.5, "u/v")', ['a.', 'test_x(1.5, "u/v")']],
    ['setUpClass (a.b.C)', ['setUpClass (a.b.C)']],
    ['', ['']],
    ['...', ['...']],
    ['.hidden', ['.hidden']],
    ['ends.', ['ends.']],
  ])('should cut %j at its separators', (name, expected) => {
    expect(parts(name)).toEqual(expected);
  });

  it('should give up after 2,048 characters', () => {
    expect(partStarts('a.'.repeat(4000)).length).toBeLessThanOrEqual(1024);
  });
});

describe('sharedLength()', () => {
  it('should share whole parts only', () => {
    const name = 'api.servers.test_a';
    expect(sharedLength(name, 'api.services.test_a', partStarts(name))).toBe(4);
    expect(sharedLength(name, 'api.servers.test_b', partStarts(name))).toBe(12);
    expect(sharedLength(name, 'apx', partStarts(name))).toBe(0);
  });
});

describe('commonPrefix()', () => {
  it('should be what all names begin with', () => {
    expect(commonPrefix(['a.b.c', 'a.b.d', 'a.b.d.e'])).toBe('a.b.');
    expect(commonPrefix(['a.b.c', 'b.b.c'])).toBe('');
    expect(commonPrefix(['a.b.c', 'a.b.c'])).toBe('a.b.');
  });

  it('should be nothing for one name or none, so that a single test keeps its whole name', () => {
    expect(commonPrefix(['a.b.c'])).toBe('');
    expect(commonPrefix([])).toBe('');
  });

  it('should leave something of every name', () => {
    expect(commonPrefix(['a.', 'a.b'])).toBe('');
    expect(commonPrefix(['x', 'x'])).toBe('');
  });
});

describe('labelName()', () => {
  it('should show the path and the last part of a name that shares nothing', () => {
    expect(labelName('a.b.test', null, 0)).toEqual({ hidden: 0, leaf: 4, depth: 0 });
  });

  it('should not repeat what stands in the row above, and say how deep that is', () => {
    expect(labelName('a.b.test_2', 'a.b.test_1', 0)).toEqual({ hidden: 4, leaf: 4, depth: 2 });
    expect(labelName('a.c.test', 'a.b.test', 0)).toEqual({ hidden: 2, leaf: 4, depth: 1 });
  });

  it('should not repeat what stands above the grid', () => {
    expect(labelName('a.b.test', null, 2)).toEqual({ hidden: 2, leaf: 4, depth: 0 });
    expect(labelName('a.b.test_2', 'a.b.test_1', 2)).toEqual({ hidden: 4, leaf: 4, depth: 1 });
  });

  it('should repeat a name that stands twice', () => {
    expect(labelName('a.b', 'a.b', 0)).toEqual({ hidden: 0, leaf: 2, depth: 0 });
  });

  it('should not indent without end', () => {
    const path = 'p.'.repeat(40);
    expect(labelName(`${path}b`, `${path}a`, 0).depth).toBe(5);
  });
});
