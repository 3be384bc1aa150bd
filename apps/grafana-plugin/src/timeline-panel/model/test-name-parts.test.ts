import { shortName, splitTestName } from './test-name-parts';

describe('splitTestName()', () => {
  it.each([
    ['pkg.mod.Class.test_x', ['pkg.mod', 'Class', 'test_x']],
    ['pkg.mod.Class.test_x(scenario.a)', ['pkg.mod', 'Class', 'test_x(scenario.a)']],
    ['pkg.mod.Class.test_x[id-1.2,smoke]', ['pkg.mod', 'Class', 'test_x[id-1.2,smoke]']],
    ['setUpClass (pkg.mod.Class)', ['pkg.mod', 'Class', 'setUpClass']],
    ['pkg.mod.test_x', ['pkg.mod', '', 'test_x']],
    ['Class.test_x', ['', 'Class', 'test_x']],
    ['pkg._Private.test_x', ['pkg', '_Private', 'test_x']],
    ['tests/a.b/test_c.py::TestX::test_y[1.5]', ['tests/a.b/test_c.py', 'TestX', 'test_y[1.5]']],
    ['tests/test_c.py::test_y', ['tests/test_c.py', '', 'test_y']],
    ['a test with words. And dots', ['', '', 'a test with words. And dots']],
    ['.hidden', ['', '', '.hidden']],
    ['', ['', '', '']],
  ])('should split %j', (name, [module, className, method]) => {
    expect(splitTestName(name)).toEqual({ module, className, method });
  });

  it('should take a name of 4,000 characters', () => {
    expect(splitTestName(`a.B.${'x.'.repeat(1998)}`).method).toBe('');
    expect(splitTestName('('.repeat(4000)).method).toHaveLength(4000);
  });
});

describe('shortName()', () => {
  it('should leave out the module', () => {
    expect(shortName('pkg.mod.Class.test_x')).toBe('Class.test_x');
    expect(shortName('pkg.mod.test_x')).toBe('test_x');
  });
});
