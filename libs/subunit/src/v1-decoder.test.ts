import { collect, Random } from './testing';
import { MAX_LINE_BYTES } from './v1-lines';

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The fields that differ between version 1 events, in short. */
function read(text: string | Uint8Array, chunkBytes?: number): unknown[] {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  const { found } = collect(bytes, { format: 'v1', ...(chunkBytes === undefined ? {} : { chunkBytes }) });
  return found.map((item) => {
    if ('noise' in item) return item.noise;
    const { test_id, status, tags, file_name, file_bytes, mime, eof } = item;
    if (file_name === null) return [test_id, status, ...(tags ?? [])];
    return {
      file: file_name,
      of: test_id,
      mime,
      eof,
      text: Buffer.from(file_bytes ?? '', 'base64').toString('latin1'),
    };
  });
}

function timesOf(text: string): (string | null)[] {
  return collect(utf8(text), { format: 'v1' }).events.map(({ timestamp }) => timestamp);
}

const TRACEBACK = 'text/x-traceback; charset="utf8"';

describe('V1Decoder', () => {
  it.each([
    ['test: a', 'success: a', 'success'],
    ['test a', 'successful a', 'success'],
    ['testing: a', 'failure: a', 'fail'],
    ['testing a', 'error a', 'fail'],
    ['test:: a', 'skip: a', 'skip'],
    ['test:\ta', 'xfail a', 'xfail'],
    ['test: a', 'uxsuccess: a', 'uxsuccess'],
  ])('should read %j and %j as %s', (begin, end, status) => {
    expect(read(`${begin}\n${end}\n`)).toEqual([
      ['a', 'inprogress'],
      ['a', status],
    ]);
  });

  it.each([
    ['a word alone', 'test\n'],
    ['capitals', 'Test: a\n'],
    ['a blank before', ' test: a\n'],
    ['an unknown word', 'failing: a\n'],
    ['no blank', 'test:a\n'],
    ['nothing behind', 'test: \n'],
    ['an outcome outside a test', 'success: a\nuxsuccess: a\n'],
    ['progress of no number', 'progress: many\n'],
  ])('should take %s for text', (_, text) => {
    expect(read(text)).toEqual([text]);
  });

  it('should take one separator off the label and keep the rest, carriage returns included', () => {
    expect(read('test:  a b\r\nsuccess:  a b\r\n')).toEqual([
      [' a b\r', 'inprogress'],
      [' a b\r', 'success'],
    ]);
  });

  it('should take another test, and the outcome of another, within a test for text', () => {
    expect(read('test: a\ntest: b\nsuccess: b\nsuccess: a \nsuccess: a\n')).toEqual([
      ['a', 'inprogress'],
      'test: b\nsuccess: b\nsuccess: a \n',
      ['a', 'success'],
    ]);
  });

  it('should drop progress', () => {
    expect(read('progress: 5\nprogress: +2\nprogress: -1\nprogress: push\nprogress: pop\n')).toEqual([]);
  });

  it('should keep tags given outside a test, and those inside for this test only', () => {
    const text = 'tags: x y\ntest: a\ntags: -x z\nsuccess: a\ntest: b\nsuccess: b\ntags: -x -y\ntest: c\nsuccess: c\n';
    expect(read(text)).toEqual([
      ['a', 'inprogress'],
      ['a', 'success', 'y', 'z'],
      ['b', 'inprogress'],
      ['b', 'success', 'x', 'y'],
      ['c', 'inprogress'],
      ['c', 'success'],
    ]);
  });

  it('should leave a test open that the stream leaves open', () => {
    expect(read('test: a\n')).toEqual([['a', 'inprogress']]);
  });

  it('should read a last line without line feed', () => {
    expect(read('test: a\nsuccess: a')).toEqual([
      ['a', 'inprogress'],
      ['a', 'success'],
    ]);
    expect(read('test: a\nfailure: a [\nx\n]').at(-1)).toEqual(['a', 'fail']);
    expect(read('bye')).toEqual(['bye']);
  });
});

describe('V1Decoder on times', () => {
  it.each([
    ['2026-01-02 03:04:05.678901Z', '2026-01-02T03:04:05.678901Z'],
    ['2026-01-02 03:04:05Z', '2026-01-02T03:04:05.000000Z'],
    ['2026-01-02T03:04:05.5Z', '2026-01-02T03:04:05.500000Z'],
    ['2026-01-02 03:04:05.1234567Z', '2026-01-02T03:04:05.123456Z'],
    ['2026-01-02 03:04:05+02:00', '2026-01-02T01:04:05.000000Z'],
    ['2026-01-02 03:04:05-0130', '2026-01-02T04:34:05.000000Z'],
  ])('should read %s', (time, expected) => {
    expect(timesOf(`time: ${time}\ntest: a\n`)).toEqual([expected]);
  });

  it('should set the clock for all that follows', () => {
    const text = 'test: a\ntime: 2026-01-02 03:04:05Z\nsuccess: a\ntest: b\n';
    expect(timesOf(text)).toEqual([null, '2026-01-02T03:04:05.000000Z', '2026-01-02T03:04:05.000000Z']);
  });

  it.each(['yesterday', '2026-13-01 00:00:00Z', '2026-02-30 00:00:00Z', '2026-01-01 24:00:01Z'])(
    'should report %s as damage and go on',
    (time) => {
      const { events, damage } = collect(utf8(`time: ${time}\ntest: a\n`), { format: 'v1' });
      expect(damage).toEqual([
        { offset: 0, length: time.length + 7, code: 'bad_v1', message: expect.stringContaining(`found '${time}`) },
      ]);
      expect(events).toHaveLength(1);
    },
  );
});

describe('V1Decoder on details', () => {
  it.each([
    ['failure', 'traceback', TRACEBACK, 'fail'],
    ['error', 'traceback', TRACEBACK, 'fail'],
    ['xfail', 'traceback', TRACEBACK, 'xfail'],
    ['uxsuccess', 'traceback', TRACEBACK, 'uxsuccess'],
    ['skip', 'reason', 'text/plain', 'skip'],
    ['success', 'message', 'text/plain', 'success'],
  ])('should make of brackets behind %s a file %s', (keyword, file, mime, status) => {
    expect(read(`test: a\n${keyword}: a [\nsome\ntext\n]\n`)).toEqual([
      ['a', 'inprogress'],
      { file, of: 'a', mime, eof: true, text: 'some\ntext\n' },
      ['a', status],
    ]);
  });

  it('should take the quoting blank off, and take directives for content', () => {
    const [, detail] = read('test: a\nfailure: a [\n ]\n ] x\n  ]\nsuccess: a\ntags: x\n]\n');
    expect(detail).toMatchObject({ text: ']\n] x\n  ]\nsuccess: a\ntags: x\n' });
  });

  it('should read parts of any bytes at any chunk size', () => {
    const parts =
      'Content-Type: image/png\nshot\n5\r\n\n]\n\r\n3\r\n\xb3\x00\xff0\r\nContent-Type: a/b; c="d"\ne f\n0\r\n';
    const bytes = Buffer.from(`test: a\nerror: a [ multipart\n${parts}]\nbye\n`, 'latin1');
    for (const chunkBytes of [1, 2, 3, 7, 1000]) {
      expect(read(bytes, chunkBytes)).toEqual([
        ['a', 'inprogress'],
        { file: 'shot', of: 'a', mime: 'image/png', eof: true, text: '\n]\n\r\n\xb3\x00\xff' },
        { file: 'e f', of: 'a', mime: 'a/b; c="d"', eof: true, text: '' },
        ['a', 'fail'],
        'bye\n',
      ]);
    }
  });

  it.each([
    ['a chunk without length', 'Content-Type: a/b\nlog\nxyz\r\n', "found 'xyz'"],
    ['a length without carriage return', 'Content-Type: a/b\nlog\n3\n', "found '3'"],
    ['details that end in a part', 'Content-Type: a/b\nlog\n', 'found the end of the details'],
    ['a part without type', 'nothing\n', "found 'nothing'"],
  ])('should report %s as damage and go on behind the details', (_, part, message) => {
    const text = `test: a\nfailure: a [ multipart\n${part}]\ntest: b\n`;
    const { events, damage } = collect(utf8(text), { format: 'v1' });
    expect(damage).toMatchObject([{ code: 'bad_v1', message: expect.stringContaining(message) }]);
    expect(events.filter(({ status }) => status !== null).map(({ status }) => status)).toEqual([
      'inprogress',
      'fail',
      'inprogress',
    ]);
  });

  it('should read the next part behind lines that mean nothing, which it reports once', () => {
    const part = 'Content-Type: a/b\nlog\n2\r\nxy';
    const { events, damage } = collect(
      utf8(`test: a\nfailure: a [ multipart\n${part}?\n some\nlines\n${part}0\r\n]\n`),
      { format: 'v1' },
    );
    expect(damage).toHaveLength(1);
    const content = events.flatMap(({ file_bytes }) => file_bytes ?? []);
    expect(content.map((bytes) => Buffer.from(bytes, 'base64').toString())).toEqual(['xy', 'xy']);
    expect(events.at(-1)).toMatchObject({ status: 'fail' });
  });

  it.each([
    ['brackets', 'failure: a [\nline\nhalf', 'line\nhalf'],
    ['a part', 'failure: a [ multipart\nContent-Type: a/b\nlog\n10\r\nhalf', 'half'],
    ["a chunk's length", 'failure: a [ multipart\nContent-Type: a/b\nlog\n4\r\nhalf1', 'half'],
  ])('should keep what is there of %s that the stream cuts', (_, text, content) => {
    const bytes = utf8(`test: a\n${text}`);
    const { events, damage } = collect(bytes, { format: 'v1' });
    expect(Buffer.from(events.at(-1)?.file_bytes ?? '', 'base64').toString()).toBe(content);
    expect(events.at(-1)).toMatchObject({ eof: false });
    expect(damage).toMatchObject([{ code: 'truncated', offset: bytes.length, length: 0 }]);
  });

  it('should give long content in pieces', () => {
    const content = 'x'.repeat(99).concat('\n').repeat(25_000);
    const { events } = collect(utf8(`test: a\nfailure: a [\n${content}]\n`), { format: 'v1', chunkBytes: 65_536 });
    const pieces = events.filter(({ file_name }) => file_name !== null);
    expect(pieces.map(({ eof }) => eof)).toEqual([false, false, true]);
    const bytes = pieces.map(({ file_bytes }) => Buffer.from(file_bytes ?? '', 'base64'));
    expect(Buffer.concat(bytes).toString()).toBe(content);
  });
});

describe('V1Decoder on odd input', () => {
  it('should report a label that is no text', () => {
    const bytes = Uint8Array.of(...utf8('test: a'), 0xff, ...utf8('\ntest: b\0\nerror: what\n\xff'));
    const { damage, found } = collect(bytes, { format: 'v1' });
    expect(damage.map(({ code, offset, length }) => [code, offset, length])).toEqual([
      ['bad_v1', 0, 9],
      ['bad_v1', 9, 9],
    ]);
    expect(found).toMatchObject([{ noise: expect.stringContaining('error: what') }]);
  });

  it.each([MAX_LINE_BYTES - 1, MAX_LINE_BYTES])(
    'should read a label in a line of %d bytes up to the limit',
    (length) => {
      const line = utf8(`test: ${'x'.repeat(length - 7)}\n`);
      for (const chunkBytes of [65_536, line.length]) {
        expect(collect(line, { format: 'v1', chunkBytes }).events).toHaveLength(1);
      }
    },
  );

  it('should take a longer line for text, whatever the chunks', () => {
    const line = utf8(`test: ${'x'.repeat(MAX_LINE_BYTES - 6)}\ntest: b\n`);
    for (const chunkBytes of [65_536, 1_000_003, line.length]) {
      const { found } = collect(line, { format: 'v1', chunkBytes });
      expect(found).toHaveLength(2);
      expect(found[1]).toMatchObject({ test_id: 'b' });
    }
  });

  it('should keep a longer line within details, and not take its end for theirs', () => {
    const content = `${'x'.repeat(MAX_LINE_BYTES)}]\n`;
    const text = utf8(`test: a\nfailure: a [\n${content}]\n`);
    const { events } = collect(text, { format: 'v1', chunkBytes: 99_991 });
    const bytes = events.flatMap(({ file_bytes }) => (file_bytes === null ? [] : [Buffer.from(file_bytes, 'base64')]));
    expect(Buffer.concat(bytes).length).toBe(content.length);
    expect(events.at(-1)).toMatchObject({ status: 'fail' });
  });

  it('should give the same for the same bytes, whatever the chunks', () => {
    const lines = [
      'test: a\n',
      'success: a\n',
      'failure: a [\n',
      ']\n',
      ' ]x\n',
      'tags: x -y\n',
      'time: 2026-01-02 03:04:05Z\n',
      'time: no\n',
      'error: a [ multipart\n',
      'Content-Type: a/b\n',
      'log\n',
      '3\r\n',
      'x\ny',
      '0\r\n',
      '\xff\n',
      'text',
    ];
    for (let seed = 0; seed < 300; seed++) {
      const random = new Random(seed);
      const text = Array.from({ length: 30 }, () => random.pick(lines)).join('');
      const bytes = Uint8Array.from(Buffer.from(text, 'latin1'));
      const whole = collect(bytes, { format: 'v1' });
      for (const chunkBytes of [1, 1 + random.below(20)]) {
        expect(collect(bytes, { format: 'v1', chunkBytes, reuseChunks: true })).toEqual(whole);
      }
    }
  });
});
