import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureLine } from '@testmetrics/domain';
import { readReport, type ReadReport } from './testing/read-report';

const read = (name: string): ReadReport => readReport(readFileSync(join(__dirname, '../fixtures', `${name}.xml`)));

/** `id status, …`, and why. */
const told = ({ attempts }: ReadReport): string[] =>
  attempts.map(({ id, status, files }) => {
    const why = files['traceback'] === undefined ? files['reason'] : failureLine(files['traceback']);
    return `${id}: ${status}${why === undefined ? '' : ` (${why?.split('\n', 1)[0] ?? ''})`}`;
  });

describe('reports of real tools', () => {
  it('should read those of pytest', () => {
    expect(told(read('pytest'))).toEqual([
      'test_shop.TestCart.test_adds: success',
      'test_shop.TestCart.test_many[1]: success',
      'test_shop.TestCart.test_many[2]: fail (assert 2 != 2)',
      'test_shop.TestCart.test_many[a b]: success',
      'test_shop.test_fails: fail (AssertionError: the cart & <its> contents)',
      'test_shop.test_raises: fail (ValueError: no such item: #x1B[31mred#x1B[0m ü €)',
      'test_shop.test_skipped: skip (not today)',
      'test_shop.test_xfail: xfail (known bug 7)',
      'test_shop.test_xpass: success',
      'test_shop.test_xpass_strict: fail ([XPASS(strict)])',
      'test_shop.test_setup_error: fail (failed on setup with "RuntimeError: setup broke")',
      'test_shop.test_teardown_error: fail (failed on teardown with "RuntimeError: teardown broke")',
      'test_shop.test_both: fail (assert False)',
      'test_shop.test_both: fail (failed on teardown with "RuntimeError: teardown broke")',
    ]);
  });

  it("should read those of Maven's surefire, with reruns", () => {
    const rerun = '(org.opentest4j.AssertionFailedError: expected: <a> but was: <b>)';
    const flaky = 'org.opentest4j.AssertionFailedError: how often it ran ==> expected: <2> but was:';
    expect(told(read('surefire-rerun'))).toEqual([
      ...Array<string>(3).fill(`com.acme.CartTest.alwaysFails: fail ${rerun}`),
      'com.acme.CartTest.adds: success',
      'com.acme.CartTest.many(String)[1]: success',
      'com.acme.CartTest.many(String)[2]: success',
      'com.acme.CartTest.slow: success',
      `com.acme.CartTest.flaky: fail (${flaky} <0>)`,
      `com.acme.CartTest.flaky: fail (${flaky} <1>)`,
      'com.acme.CartTest.flaky: success',
      'com.acme.CartTest.disabled: skip (not today)',
      ...Array<string>(3).fill('com.acme.CartTest.throwsUp: fail (java.lang.RuntimeException: cause <&>)'),
    ]);
  });

  it('should read those of jest-junit', () => {
    expect(told(read('jest-junit'))).toEqual([
      'cart adds an item: success',
      'cart when empty has no total: fail (Error: expect(received).toEqual(expected) // deep equality)',
      'cart is not tried: skip',
      'cart will be written: success',
      'at the top: fail (Error: broken & <torn>)',
    ]);
  });

  it('should read those of go-junit-report', () => {
    const report = read('go-junit-report');
    expect(told(report)).toEqual([
      'example.com/shop.TestAdds: success',
      'example.com/shop.TestTotal: fail (Failed)',
      'example.com/shop.TestTotal/empty: fail (cart_test.go:5: got 1, want 0)',
      'example.com/shop.TestTotal/with_a_space_&_<sign>: success',
      'example.com/shop.TestSkipped: skip (    cart_test.go:8: not today)',
      'example.com/shop.TestPanics: fail (Failed)',
    ]);
    expect(report.runFiles['example.com/shop: stdout']).toMatch(/^panic: out of stock/);
  });

  it("should read those of Node's own runner", () => {
    expect(told(read('node-test'))).toEqual([
      'cart.adds: success',
      'cart.when empty.adds: fail (testCodeFailure: Expected values to be strictly equal:1 !== 2)',
      'cart.is skipped: skip (no reason)',
      'cart.is to do: skip (true)',
      'at the top: success',
    ]);
  });

  it('should read those of cargo-nextest', () => {
    const report = read('nextest');
    expect(told(report)).toEqual([
      'shop::cart.tests::adds: success',
      "shop::cart.tests::is_flaky: fail (thread 'tests::is_flaky' panicked at src/cart.rs:9:9:)",
      'shop::cart.tests::is_flaky: success',
      'shop::cart.tests::fails: fail (assertion `left == right` failed)',
      'shop::cart.tests::fails: fail (assertion `left == right` failed)',
    ]);
    expect(report.attempts.map(({ seconds }) => seconds)).toEqual([0.012, 0.01, 0.011, 0.02, 0.021]);
    expect(report.attempts[3]?.files['stdout']).toBe('first try\n');
  });

  it('should read those of Gradle', () => {
    const report = read('gradle');
    expect(told(report)).toEqual([
      'com.acme.CartTest.adds(): success',
      'com.acme.CartTest.fails(): fail (org.opentest4j.AssertionFailedError: expected: <1> but was: <2>)',
      'com.acme.CartTest.disabled(): skip',
    ]);
    expect(report.runFiles).toEqual({ 'com.acme.CartTest: stdout': 'added\n' });
    expect(report.attempts[0]).toMatchObject({ start: 4, seconds: 0.015 });
  });

  it('should read those of GoogleTest', () => {
    expect(told(read('googletest'))).toEqual([
      'CartTest.Adds: success',
      'CartTest.DISABLED_Later: skip',
      'CartTest.Total: fail (Expected equality of these values:)',
    ]);
  });
});
