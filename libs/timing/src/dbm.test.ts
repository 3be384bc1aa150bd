import { dbmFiles, stestrName } from './dbm';
import { pythonRepr, pythonSeconds } from './python-text';
import { tar } from './tar';

const SECOND = 1_000_000;

describe('dbmFiles()', () => {
  it('should lay out values in blocks and keys as lines', () => {
    const { dat, dir } = dbmFiles([
      { id: 'b.C.two', micros: 0.25 * SECOND },
      { id: 'a.B.one[id-1]', micros: 100 * SECOND },
    ]);
    expect(text(dir)).toBe("'a.B.one[id-1]', (0, 5)\n'a.B.one', (512, 5)\n'b.C.two', (1024, 4)\n");
    expect(dat).toHaveLength(1024 + 4);
    expect(text(dat.slice(0, 6))).toBe('100.0\0');
    expect(text(dat.slice(512, 517))).toBe('100.0');
    expect(text(dat.slice(1024))).toBe('0.25');
  });

  it('should be two empty files without tests', () => {
    expect(dbmFiles([])).toEqual({ dat: new Uint8Array(0), dir: new Uint8Array(0) });
  });
});

describe('stestrName()', () => {
  it.each([
    ['a.b[id-1,smoke]', 'a.b'],
    ['a.b[x](y)', 'a.b(y)'],
    ['a.b[x][y]', 'a.b[y]'],
    ['[x]a', '[x]a'],
    ['a]b[c', 'a]b[c'],
    ['plain', 'plain'],
  ])('should call %s %s, as stestr does', (id, expected) => {
    expect(stestrName(id)).toBe(expected);
  });
});

describe('pythonSeconds()', () => {
  it.each([
    [0, '0.0'],
    [100 * SECOND, '100.0'],
    [1, '1e-06'],
    [99, '9.9e-05'],
    [100, '0.0001'],
    [1_500_000, '1.5'],
    [1_099_511_627_775, '1099511.627775'],
  ])('should write %i microseconds as %s', (micros, expected) => {
    expect(pythonSeconds(micros)).toBe(expected);
  });
});

describe('pythonRepr()', () => {
  it.each([
    ["it's", `"it's"`],
    [`"it's"`, `'"it\\'s"'`],
    ['back\\slash', `'back\\\\slash'`],
    ['line\nbreak\ttab\r\0', `'line\\nbreak\\ttab\\r\\x00'`],
    ['é\u00ad', `'Ã©Â\\xad'`],
  ])('should quote %j', (value, expected) => {
    expect(pythonRepr(value)).toBe(expected);
  });
});

describe('tar()', () => {
  it('should pad files to blocks and end with two empty ones', () => {
    const archive = tar([{ name: 'a', content: new TextEncoder().encode('hello') }]);
    expect(archive).toHaveLength(4 * 512);
    expect(text(archive.slice(512, 517))).toBe('hello');
    expect(text(archive.slice(257, 265))).toBe('ustar\0' + '00');
    expect(archive.slice(1024).every((byte) => byte === 0)).toBe(true);
  });
});

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
