import { EncodeError } from './encode-error';
import { encodeV1Test, type V1Outcome, type V1Test } from './encode-v1';
import { formatV1Time } from './encode-v1-time';
import type { EventJson } from './event-json';
import { sortedSet } from './sorted-set';
import { collect, Random } from './testing';
import { parseV1Time } from './v1-time';

const OUTCOMES: readonly V1Outcome[] = ['success', 'fail', 'error', 'skip', 'xfail', 'uxsuccess'];
const START = Date.UTC(2026, 8, 1, 3, 17) * 1000;

function encode(tests: readonly V1Test[]): Uint8Array {
  return Buffer.concat(tests.flatMap(encodeV1Test));
}

/** What the events of one test say, put together again. */
function readBack(events: readonly EventJson[]): unknown {
  const [begin, ...rest] = events;
  const end = rest.pop();
  return {
    testId: begin?.test_id,
    startMicros: microsOf(begin?.timestamp ?? ''),
    stopMicros: microsOf(end?.timestamp ?? ''),
    status: end?.status,
    tags: end?.tags ?? [],
    details: rest.map(({ file_name, mime, file_bytes }) => [file_name, mime, file_bytes]),
  };
}

/** Exact, unlike `parseV1Time()`. */
function microsOf(timestamp: string): number {
  return Date.parse(`${timestamp.slice(0, 19)}Z`) * 1000 + Number(timestamp.slice(20, 26));
}

function expected({ testId, outcome, startMicros = null, stopMicros = null, ...test }: V1Test): unknown {
  return {
    testId,
    startMicros,
    stopMicros,
    status: outcome === 'error' ? 'fail' : outcome,
    tags: sortedSet([...(test.tags ?? [])]),
    details: (test.details ?? []).map(({ fileName, mimeType, fileBytes }) => [
      fileName,
      mimeType ?? 'application/octet-stream',
      Buffer.from(fileBytes).toString('base64'),
    ]),
  };
}

function randomText(random: Random): string {
  const letters = ['a', 'Z', '.', ' ', '\t', '\r', 'ó', '漢', '🎉', '\ufeff', ':', '-', '[', ']', ' [', ' [ multipart'];
  return `x${Array.from({ length: random.below(12) }, () => random.pick(letters)).join('')}`;
}

function randomTest(random: Random): V1Test {
  const startMicros = START + random.below(2 ** 31);
  return {
    testId: (random.chance(30) ? ' ' : '') + randomText(random),
    outcome: random.pick(OUTCOMES),
    tags: Array.from({ length: random.below(3) }, () => random.pick(['worker-0', 'größe', 'a,b', 'x:y', '[z'])),
    startMicros,
    stopMicros: startMicros + random.below(2 ** 31),
    details: Array.from({ length: random.below(4) }, () => ({
      fileName: randomText(random),
      mimeType: random.pick([null, 'text/plain; charset="utf8"', 'image/png']),
      fileBytes: random.pick([
        new Uint8Array(0),
        random.bytes(random.below(300)),
        Buffer.from(']\n0\r\ntest: other\nsuccess: other\n ]\n'),
      ]),
    })),
  };
}

describe('encodeV1Test()', () => {
  it('should be read back by the decoder, 1,000 tests of every shape', () => {
    const random = new Random(11);
    for (let round = 0; round < 1000; round++) {
      const test = randomTest(random);
      const { events, damage, found } = collect(encode([test]), { format: 'v1' });
      // As text: jest's own comparison takes longer than decoding.
      const read = JSON.stringify([readBack(events), damage, found.length]);
      const wanted = JSON.stringify([expected(test), [], events.length]);
      if (read !== wanted) expect(read).toBe(wanted);
    }
  });

  it('should keep the tags of one test from the next', () => {
    const tests: V1Test[] = [
      { testId: 'a', outcome: 'success', tags: ['slow'] },
      { testId: 'b', outcome: 'skip' },
    ];
    const { events } = collect(encode(tests), { format: 'v1' });
    expect(events.map(({ test_id, status, tags }) => [test_id, status, tags])).toEqual([
      ['a', 'inprogress', null],
      ['a', 'success', ['slow']],
      ['b', 'inprogress', null],
      ['b', 'skip', null],
    ]);
  });

  it('should say no time where there is none', () => {
    expect(Buffer.from(encode([{ testId: 'a', outcome: 'success' }])).toString()).toBe('test: a\nsuccess: a\n');
  });

  it.each<[string, Partial<V1Test>, string]>([
    ['an id of two lines', { testId: 'a\nb' }, 'bad_text'],
    ['no id', { testId: '' }, 'bad_text'],
    ['an id of blanks', { testId: ' \t' }, 'bad_text'],
    ['NUL', { testId: 'a\0' }, 'bad_text'],
    ['a lone surrogate', { testId: 'a\ud800' }, 'bad_text'],
    ['a tag of two words', { tags: ['a b'] }, 'bad_text'],
    ['a tag that takes another away', { tags: ['-a'] }, 'bad_text'],
    ['no tag', { tags: [''] }, 'bad_text'],
    ['a file name of two lines', { details: [detail({ fileName: 'a\nb' })] }, 'bad_text'],
    ['a MIME type of two lines', { details: [detail({ mimeType: 'a/b\n]' })] }, 'bad_text'],
    ['a year of five digits', { stopMicros: 253_402_300_800_000_000 }, 'bad_time'],
    ['no time at all', { startMicros: Number.NaN }, 'bad_time'],
  ])('should refuse %s', (_, change, code) => {
    const test: V1Test = { testId: 'a', outcome: 'success', ...change };
    expect(() => encodeV1Test(test)).toThrow(EncodeError);
    expect(() => encodeV1Test(test)).toThrow(expect.objectContaining({ code }));
  });
});

function detail(change: { fileName?: string; mimeType?: string }) {
  return { fileName: 'log', mimeType: 'text/plain', fileBytes: new Uint8Array(0), ...change };
}

describe('formatV1Time()', () => {
  it('should add a digit only where readers would cut a microsecond', () => {
    expect(formatV1Time(START + 500_000)).toBe('2026-09-01 03:17:00.500000Z');
    expect(formatV1Time(START + 519_450)).toBe('2026-09-01 03:17:00.5194505Z');
    expect(formatV1Time(-1)).toBe('1969-12-31 23:59:59.999999Z');
    expect(formatV1Time(-62_135_596_800_000_000)).toBe('0001-01-01 00:00:00.000000Z');
  });

  it('should be read back to the microsecond, a thousand fractions of a second', () => {
    let wrong = 0;
    for (let fraction = 0; fraction < 1_000_000; fraction += 997) {
      if (parseV1Time(formatV1Time(START + fraction)) !== START + fraction) wrong++;
    }
    expect(wrong).toBe(0);
  });
});
