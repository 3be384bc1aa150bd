import { splitTestId, testIdOf } from './test-id';

describe('testIdOf()', () => {
  it.each([
    ['pytest', 'tests.test_cart.TestCart', 'test_adds[1]', 'tests.test_cart.TestCart.test_adds[1]'],
    ['Maven', 'com.acme.CartTest', 'many(String)[1]', 'com.acme.CartTest.many(String)[1]'],
    ['Go', 'example.com/shop', 'TestTotal/empty', 'example.com/shop.TestTotal/empty'],
    ['nextest', 'shop::cart', 'tests::adds', 'shop::cart.tests::adds'],
    ['jest-junit', ' cart adds', ' cart adds', 'cart adds'],
    ['a name that begins with its class', 'cart', 'cart adds', 'cart adds'],
    ['a name that only looks like it', 'cart', 'carts', 'cart.carts'],
    ['an empty class', '', 'adds', 'adds'],
    ['an empty name', 'cart', '', 'cart'],
  ])('should join class and name as %s writes them', (_, className, name, id) => {
    expect(testIdOf({ name, className, suites: ['suite'] })).toBe(id);
  });

  it('should take the suites where there is no class', () => {
    expect(testIdOf({ name: 'adds', className: null, suites: ['cart', '', 'empty'] })).toBe('cart.empty.adds');
    expect(testIdOf({ name: 'adds', className: 'test', suites: ['cart'] })).toBe('cart.adds');
    expect(testIdOf({ name: 'adds', className: 'test', suites: [] })).toBe('adds');
  });

  it('should hold nothing that a stream could not', () => {
    expect(testIdOf({ name: 'a\0b\uD800c😀', className: '', suites: [] })).toBe('a\uFFFDb\uFFFDc😀');
  });
});

describe('splitTestId()', () => {
  it.each([
    'a.b.test_c[x.y]',
    'a',
    'a.a',
    '.a',
    'a.',
    'a b.c',
    'a.b(c.d)',
    '[x.y]',
    'shop::cart.adds',
    'test.x',
    ' a',
    'a.b ',
  ])('should give %j again', (id) => {
    expect(testIdOf({ ...splitTestId(id), suites: [] })).toBe(id);
    const { className, name } = splitTestId(id);
    expect(testIdOf({ className, name, suites: ['suite'] })).toBe(id);
  });
});
