import { dbmFiles, stestrName } from './dbm';
import { pythonRepr, pythonSeconds } from './python-text';
import { tar, type TarContent } from './tar';

const SECOND = 1_000_000;

describe('dbmFiles()', () => {
  it('should lay out values in blocks and keys as lines', () => {
    const files = dbmFiles([
      { id: 'b.C.two', micros: 0.25 * SECOND },
      { id: 'a.B.one[id-1]', micros: 100 * SECOND },
    ]);
    const [dat, dir] = [bytesOf(files.dat), bytesOf(files.dir)];
    expect(text(dir)).toBe("'a.B.one[id-1]', (0, 5)\n'a.B.one', (512, 5)\n'b.C.two', (1024, 4)\n");
    expect(dat).toHaveLength(1024 + 4);
    expect(text(dat.slice(0, 6))).toBe('100.0\0');
    expect(text(dat.slice(512, 517))).toBe('100.0');
    expect(text(dat.slice(1024))).toBe('0.25');
  });

  it('should be two empty files without tests', () => {
    const { dat, dir } = dbmFiles([]);
    expect([dat.bytes, dir.bytes]).toEqual([0, 0]);
  });

  it('should say in short what the files are made of', () => {
    const essence = (id: string, micros: number) => dbmFiles([{ id, micros }]).essence;
    expect(essence('a', 1)).toBe(essence('a', 1));
    expect(new Set([essence('a', 1), essence('a', 2), essence('b', 1), essence('a[1]', 1)]).size).toBe(4);
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
    const archive = tar([
      { name: 'a', content: contentOf('hello') },
      { name: 'empty', content: contentOf('') },
    ]);
    expect(archive).toHaveLength(5 * 512);
    expect(text(archive.slice(512, 517))).toBe('hello');
    expect(text(archive.slice(257, 265))).toBe('ustar\0' + '00');
    expect(text(archive.slice(1024, 1030))).toBe('empty\0');
    expect([...archive.slice(517, 1024), ...archive.slice(1536)].every((byte) => byte === 0)).toBe(true);
  });
});

function contentOf(value: string): TarContent {
  const bytes = new TextEncoder().encode(value);
  return { bytes: bytes.length, write: (target) => target.set(bytes) };
}

function bytesOf({ bytes, write }: TarContent): Uint8Array {
  const target = new Uint8Array(bytes);
  write(target);
  return target;
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
