import { Random } from './testing';
import { readText } from './text';
import { TextMemo } from './text-memo';

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const WORDS = [
  '',
  'a',
  'b',
  'ab',
  'aa',
  'test_größe',
  'x'.repeat(511),
  'x'.repeat(512),
  'x'.repeat(513),
  'nul\0',
  '🎉',
];

describe('TextMemo', () => {
  it('should give what plain reading gives, in any order', () => {
    const memo = new TextMemo();
    const random = new Random(11);
    for (let round = 0; round < 3000; round++) {
      const word = new TextEncoder().encode(random.pick(WORDS));
      const torn = random.chance(10) ? word.subarray(0, word.length - 1) : word;
      const bytes = Uint8Array.from([0xff, ...torn, 0x00]);
      expect(memo.read(bytes, 1, 1 + torn.length)).toBe(readText(bytes, 1, 1 + torn.length));
    }
  });

  it('should not give an old text for bytes that are none', () => {
    const memo = new TextMemo();
    expect(memo.read(Uint8Array.of(0x61, 0x62), 0, 2)).toBe('ab');
    expect(memo.read(Uint8Array.of(0x61, 0xff), 0, 2)).toBeNull();
    expect(memo.read(Uint8Array.of(0x61, 0x62), 0, 2)).toBe('ab');
  });
});

describe('TextMemo beside readText()', () => {
  const long = 'x'.repeat(513);
  const texts = [
    'aaa',
    'aab',
    'größe',
    'aaa',
    long,
    'aaa',
    'a\0a',
    'aaa',
    'größf',
    'größe',
    '',
    'aa',
    long,
    'x'.repeat(512),
  ];

  it('should give what readText() gives, whatever it read before', () => {
    for (const first of texts) {
      for (const second of texts) {
        const memo = new TextMemo();
        for (const text of [first, second, first, first]) {
          const bytes = utf8(`[${text}]`);
          const expected = text.includes('\0') ? null : text;
          expect(memo.read(bytes, 1, bytes.length - 1)).toBe(expected);
        }
      }
    }
  });

  it('should not give a text again for bytes that are none', () => {
    const memo = new TextMemo();
    expect(memo.read(utf8('abc'), 0, 3)).toBe('abc');
    expect(memo.read(Uint8Array.of(0x61, 0xff, 0x63), 0, 3)).toBeNull();
    expect(memo.read(Uint8Array.of(0x61, 0xff, 0x63), 0, 3)).toBeNull();
    expect(memo.read(utf8('abc'), 0, 3)).toBe('abc');
  });
});
