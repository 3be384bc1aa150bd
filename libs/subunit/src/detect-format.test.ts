import { detectFormat, isGzip } from './detect-format';
import { encodeEvent } from './encode-event';

const packet = encodeEvent({ testId: 'a', status: 'success' });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

describe('detectFormat()', () => {
  it.each([
    ['a packet', packet],
    ['text and then a packet', join(bytesOf('make: ok\n'), packet)],
    ['a packet among version 1 lines', join(bytesOf('test: a\nsuccess: a\n'), packet)],
    ['a packet inside a claim that is never filled', join(Uint8Array.of(0xb3, 0x29, 0x01, 0xbf, 0xff, 0xff), packet)],
  ])('should take %s for version 2', (_, bytes) => {
    expect(detectFormat(bytes)).toBe('v2');
  });

  it.each([
    'test: a\n',
    'testing: a\nsuccess: a\n',
    'noise\ntest a\nsuccess a\n',
    'test a\nfailure a [\nlines\n]\n',
    'test a\nerror: a [ multipart\n',
    'time: 2026-09-01 03:17:00.123456Z\n',
    'é is text\ntest: ó\n',
  ])('should take %j for version 1', (text) => {
    expect(detectFormat(bytesOf(text))).toBe('v1');
  });

  it.each([
    '',
    'hello\n',
    'test foo ... ok\ntest bar ... FAILED\n',
    'error: no such file\n',
    'success: 12 of 12\n',
    'tags: a b\n',
    'time: a long one\n',
    '<!doctype html>\n<title>test: a</title>\n',
    ' test: a\n',
    'Test: a\n',
    'test:\n',
  ])('should take %j for text', (text) => {
    expect(detectFormat(bytesOf(text))).toBe('text');
  });

  it('should take a packet with a wrong checksum for text', () => {
    const broken = packet.map((byte, at) => (at === packet.length - 1 ? byte ^ 1 : byte));
    expect(detectFormat(broken)).toBe('text');
  });

  it('should know gzip by its first two bytes', () => {
    expect(detectFormat(Uint8Array.of(0x1f, 0x8b, 8))).toBe('gzip');
    expect(isGzip(Uint8Array.of(0x1f))).toBe(false);
  });
});

describe('detectFormat() on other content', () => {
  const packet = encodeEvent({ testId: 'a', status: 'success' });

  it.each<[string, Uint8Array, string]>([
    ['a claim that is never filled before packets', Uint8Array.of(0xb3, 0x29, 1, 0xbf, 0xff, 0xff, ...packet), 'v2'],
    ['version 1 text with a byte B3', Uint8Array.of(...Buffer.from('test: a\nsuccess: a\n'), 0xb3, 0x0a), 'v1'],
    ['HTML', Buffer.from('<!doctype html>\n<title>404</title>\n'), 'text'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0), 'text'],
    ['nothing', new Uint8Array(0), 'text'],
    ['the first byte of gzip', Uint8Array.of(0x1f), 'text'],
  ])('should tell what %s is', (_, bytes, format) => {
    expect(detectFormat(bytes)).toBe(format);
  });
});
