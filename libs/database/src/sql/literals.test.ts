import { nameHash } from './name-hash';
import { parseTime } from './parse-time';
import { bytesLiteral, textLiteral } from './text-literal';
import { dayOf, splitTime, timeLiteral } from './time-literal';

describe('textLiteral()', () => {
  it('should escape what ends or bends a literal, and nothing else', () => {
    expect(textLiteral('it\'s \\ \0 " % _ 🦄\n')).toBe("'it\\'s \\\\ \\0 \" % _ 🦄\n'");
  });
});

describe('bytesLiteral()', () => {
  it('should write text as text and everything else as hexadecimal', () => {
    expect(bytesLiteral(Buffer.from("a'b"))).toBe("'a\\'b'");
    expect(bytesLiteral(Buffer.from('ü'))).toBe("'ü'");
    expect(bytesLiteral(Buffer.from([0xff, 0x27]))).toBe("x'ff27'");
  });
});

describe('timeLiteral()', () => {
  it.each([
    [0, "'1970-01-01 00:00:00.000000'"],
    [-1, "'1969-12-31 23:59:59.999999'"],
    [4294967295_000_001, "'2106-02-07 06:28:15.000001'"],
    [1e18, "'9999-12-31 23:59:59.000000'"],
  ])('should write %d as %s', (micros, literal) => {
    expect(timeLiteral(micros)).toBe(literal);
  });

  it('should be read back the same', () => {
    for (const micros of [0, -1, 1793534400_123_456]) expect(parseTime(timeLiteral(micros).slice(1, -1))).toBe(micros);
    expect(splitTime(1_999_999)).toEqual({ literal: "'1970-01-01 00:00:01'", micros: 999_999 });
    expect(dayOf(86_400_000_000 - 1)).toBe('1970-01-01');
  });
});

describe('nameHash()', () => {
  it('should be the first half of the sha256 of the name', () => {
    expect(nameHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb924');
    expect(nameHash('é')).toBe('4a99557e4033c3539de2eb65472017ca');
  });
});
