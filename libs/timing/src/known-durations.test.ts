import { KnownDurations } from './known-durations';
import { classOf } from './test-class';

describe('KnownDurations', () => {
  const known = new KnownDurations([
    { id: 'a.b.One.test_x[id-1,smoke]', micros: 100 },
    { id: 'a.b.One.test_p[1]', micros: 10 },
    { id: 'a.b.One.test_p[2]', micros: 30 },
    { id: 'a.b.Two.test_y', micros: 8 },
    { id: 'a.b.Twofold.test_y', micros: 2 },
    { id: 'tests.test_m.Case.test_n[a/b]', micros: 5 },
    { id: 'src/sum.test.ts adds numbers', micros: 4 },
    { id: 'src/sum.test.ts adds nothing', micros: 3 },
    { id: 'src/sum.test.tsx draws', micros: 1000 },
    { id: 'github.com/a/b.TestOne', micros: 6 },
    { id: 'github.com/a/b.TestOne/sub case', micros: 7 },
  ]);

  it.each([
    ['a test as it was listed before', 'a.b.One.test_x[id-1,smoke]', 100, 'itself'],
    ['the same test with other attributes', 'a.b.One.test_x[id-1]', 100, 'itself'],
    ['the same test without attributes', 'a.b.One.test_x', 100, 'itself'],
    ['parameters that are new', 'a.b.One.test_p[3]', 20, 'siblings'],
    ['a function with all its parameters', 'a.b.One.test_p', 40, 'parts'],
    ['a class, without those that begin alike', 'a.b.Two', 8, 'parts'],
    ['a file of jest, without those that begin alike', 'src/sum.test.ts', 7, 'parts'],
    ['a package of Go', 'github.com/a/b', 13, 'parts'],
    ["pytest's node id of what JUnit calls otherwise", 'tests/test_m.py::Case::test_n[a/b]', 5, 'itself'],
    ["a file of pytest's", 'tests/test_m.py', 5, 'parts'],
    ['a new test of a known class', 'a.b.One.test_new', 30, 'class'],
    ["a new node id of pytest's", 'tests/test_m.py::Case::test_new', 5, 'class'],
    ['what nothing is known of', 'elsewhere', 7, 'all'],
    ['an empty id', '', 7, 'all'],
  ])('should know %s', (_, id, micros, foundBy) => {
    expect(known.estimate(id)).toEqual({ id, micros, foundBy });
  });

  it('should give nothing where nothing was ever measured', () => {
    expect(new KnownDurations([]).estimate('a.b')).toEqual({ id: 'a.b', micros: 0, foundBy: 'nothing' });
  });
});

describe('classOf()', () => {
  it.each([
    ['a.b.C.test_x', 'a.b.C'],
    ['a.b.C.test_x[id-1.2,smoke]', 'a.b.C'],
    ['t/f.py::C::test_x[a::b]', 't/f.py::C'],
    ['github.com/a/b.TestX', 'github.com/a/b'],
    ['lonely', ''],
    ['line one\nline two', ''],
  ])('should cut %j to %j', (id, expected) => {
    expect(classOf(id)).toBe(expected);
  });
});
