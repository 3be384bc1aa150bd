import { readAscii, readAsciiPortable, readLenientText, readText, writeUtf8, writeUtf8Portable } from './text';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe.each([
  ['readAscii()', readAscii],
  ['readAsciiPortable()', readAsciiPortable],
])('%s', (_, read) => {
  it.each([0, 1, 4095, 4096, 4097, 20_000])('should read %d characters', (length) => {
    const text = Array.from({ length }, (_, at) => String.fromCharCode(1 + (at % 127))).join('');
    expect(read(bytesOf(`>${text}<`), 1, 1 + length)).toBe(text);
  });
});

describe.each([
  ['writeUtf8()', writeUtf8],
  ['writeUtf8Portable()', writeUtf8Portable],
])('%s', (_, write) => {
  it.each(['', 'plain', 'a\0b', 'größe', '漢字 🎉 \u{10ffff}', 'x'.repeat(5000)])(
    'should write %j at its place',
    (text) => {
      const bytes = new Uint8Array(3 * text.length + 2).fill(0x2e);
      const expected = bytesOf(text);
      expect(write(text, bytes, 2)).toBe(expected.length);
      expect(bytes.subarray(0, 2 + expected.length)).toEqual(Uint8Array.of(0x2e, 0x2e, ...expected));
    },
  );

  it('should write U+FFFD for a lone surrogate', () => {
    const bytes = new Uint8Array(9);
    expect(write('a\ud800b', bytes, 0)).toBe(5);
    expect(bytes.subarray(0, 5)).toEqual(bytesOf('a\ufffdb'));
  });
});

describe('readText()', () => {
  it.each(['', 'plain', 'größe', '\ufeffmark', '漢字 🎉 \u{10ffff}'])('should read %j', (text) => {
    const bytes = bytesOf(text);
    expect(readText(bytes, 0, bytes.length)).toBe(text);
  });

  it.each([
    ['NUL', [0x61, 0]],
    ['NUL behind a letter', [0xc3, 0xb3, 0]],
    ['an overlong form', [0xc0, 0x80]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a value beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
    ['a cut character', [0x61, 0xe2, 0x82]],
    ['a lone follower', [0xb3]],
  ])('should refuse %s', (_, bytes) => {
    expect(readText(Uint8Array.from(bytes), 0, bytes.length)).toBeNull();
  });
});

describe('readLenientText()', () => {
  it('should replace what is no text', () => {
    expect(readLenientText(Uint8Array.of(0x61, 0xff, 0x62))).toBe('a\ufffdb');
  });
});
