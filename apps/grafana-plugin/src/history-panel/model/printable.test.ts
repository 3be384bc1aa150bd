import { cutText, toPrintable } from './printable';

describe('toPrintable()', () => {
  it('should show signs for characters that would act on the text around them', () => {
    expect(toPrintable('a\nb\tc\u0000')).toBe('a␊b␉c␀');
    expect(toPrintable('x\u202egnp.exe')).toBe('x\ufffdgnp.exe');
    expect(toPrintable('half \ud83d and \ude00')).toBe('half \ufffd and \ufffd');
  });

  it('should leave text of all languages alone', () => {
    for (const text of ['größe', 'тест', '日本語', '😀👍', 'عربي', "it's <b>$(x)</b>"])
      expect(toPrintable(text)).toBe(text);
  });
});

describe('cutText()', () => {
  it('should cut to so many characters, the ellipsis among them', () => {
    expect(cutText('abcdef', 6)).toBe('abcdef');
    expect(cutText('abcdefg', 6)).toBe('abcde…');
  });

  it('should not leave half a character', () => {
    expect(cutText('ab😀cd', 4)).toBe('ab…');
  });
});
