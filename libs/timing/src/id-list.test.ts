import { idsWithLineBreaks, readIdLines } from './id-list';

describe('readIdLines()', () => {
  it('should take lines as they are, each once', () => {
    expect(readIdLines('b[1, 2]\r\n\n a b \nb[1, 2]\nc')).toEqual(['b[1, 2]', ' a b ', 'c']);
    expect(readIdLines('')).toEqual([]);
    expect(readIdLines('\n\r\n')).toEqual([]);
  });
});

describe('idsWithLineBreaks()', () => {
  it('should name what a list of lines cannot carry', () => {
    expect(idsWithLineBreaks(['a', 'b\nc', 'd\re', ' '])).toEqual(['b\nc', 'd\re']);
  });
});
