import { describeBytes, quoteBytes } from './describe-bytes';

const text = (value: string): Uint8Array => Buffer.from(value);

describe('describeBytes()', () => {
  it.each([
    ['an HTML page', text('<!DOCTYPE html>\n<html><body>')],
    ['an HTML page', text('\n<!-- x --><HTML>')],
    ['a JUnit XML report', text('<?xml version="1.0"?>\n<testsuites tests="3">')],
    ['an XML document', text('<?xml version="1.0"?><pom/>')],
    ['a JSON document', text('{"tests": 3}')],
    ['a TAP report', text('1..3\nok 1 a\n')],
    ['curl arguments', text('testrepository.subunit.gz')],
    ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a ZIP archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0)],
    ['binary data', Uint8Array.of(0, 1, 2, 0xff)],
    ['binary data', Uint8Array.of(0xff, 0xfe, 0xfd, 0xfc)],
    ['text', text('Ran 3 tests in 0.1s')],
    ['text', text('naïve é').subarray(0, 8)],
    ['text', text('\u001b[31mred')],
  ])('should recognise %s', (what, bytes) => {
    expect(describeBytes(bytes)).toMatch(new RegExp(`^${what}.*, beginning with "`));
  });
});

describe('quoteBytes()', () => {
  it.each([
    [text('say "hi"\n'), '"say \\"hi\\"\\n"'],
    [Uint8Array.of(0x89, 0x50, 0x22, 0x0a), '"\\x89P\\x22\\x0a"'],
    [text('x'.repeat(60)), `"${'x'.repeat(48)}"…`],
  ])('should quote %j', (bytes, quoted) => {
    expect(quoteBytes(bytes)).toBe(quoted);
  });
});
