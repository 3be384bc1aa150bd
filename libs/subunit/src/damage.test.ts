import { encodeEvent, type EventToEncode } from './encode-event';
import { type EventJson, eventToJson } from './event-json';
import { MAX_PACKET_BYTES } from './packet-format';
import { collect, collectCut, Random } from './testing';

const TIME = Date.UTC(2026, 8, 1) * 1000;
const inner = encodeEvent({ testId: 'inner', status: 'exists' });
const EVENTS: readonly EventToEncode[] = [
  { testId: 'pkg.test_größe', status: 'exists' },
  { testId: 'pkg.test_größe', status: 'inprogress', timestampMicros: TIME, routeCode: '0/1' },
  {
    testId: 'pkg.test_größe',
    fileName: 'raw',
    fileBytes: Uint8Array.of(0xb3, 0x29, 0, 0xb3),
    mimeType: 'image/png',
    eof: true,
  },
  { testId: 'pkg.test_größe', status: 'fail', timestampMicros: TIME + 1, tags: ['one', 'two'] },
  { testId: 'pkg.long', fileName: 'log', fileBytes: new Uint8Array(100).fill(0x61), runnable: false },
  { testId: 'last', status: 'success' },
];
const NOISE = [
  new Uint8Array(0),
  text('acción\n'),
  text('make: ok\n'),
  new Uint8Array(0),
  text('\n'),
  text('x'),
  text('bye\n'),
];

interface Part {
  readonly start: number;
  readonly end: number;
  readonly json: string;
}

const packets = EVENTS.map((event) => encodeEvent(event));
const stream = join(packets.flatMap((packet, index) => [NOISE[index] as Uint8Array, packet]).concat(NOISE.slice(-1)));
const whole = collect(stream);
const parts: readonly Part[] = locate();

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function repeat(unit: readonly number[], length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => unit[at % unit.length] as number);
}

function locate(): Part[] {
  let start = 0;
  return packets.map((packet, index) => {
    start += (NOISE[index] as Uint8Array).length;
    const part = { start, end: start + packet.length, json: JSON.stringify(whole.events[index]) };
    start = part.end;
    return part;
  });
}

function namesOf(events: readonly EventJson[]): string[] {
  return events.map((event) => JSON.stringify(event));
}

/** Each byte belongs to exactly one packet, stretch of noise or damage. */
function expectCovered(bytes: Uint8Array, found: ReturnType<typeof collect>, packetBytes: number): void {
  let end = 0;
  for (const [offset, length] of found.stretches) {
    expect(offset).toBeGreaterThanOrEqual(end);
    end = offset + length;
  }
  const outside = found.stretches.reduce((sum, [, length]) => sum + length, 0);
  expect(outside + packetBytes).toBe(bytes.length);
}

describe('a small stream', () => {
  it('should be read as it was written', () => {
    expect(namesOf(whole.events)).toEqual(
      EVENTS.map((event) =>
        JSON.stringify(
          eventToJson({ ...ABSENT, ...event, tags: event.tags ?? null, fileBytes: event.fileBytes ?? null }),
        ),
      ),
    );
    expect(whole.damage).toEqual([]);
  });

  it('should give the same wherever it is cut, and with any small chunk', () => {
    const expected = JSON.stringify(whole.found);
    for (let first = 0; first <= stream.length; first++) {
      for (let second = first; second <= Math.min(first + 12, stream.length); second++) {
        if (JSON.stringify(collectCut(stream, [first, second]).found) === expected) continue;
        expect({ first, second, ...collectCut(stream, [first, second]) }).toEqual(whole);
      }
    }
  });

  it('should give every whole packet wherever it ends', () => {
    for (let length = 0; length <= stream.length; length++) {
      const cut = stream.subarray(0, length);
      const result = collect(cut, { format: 'v2' });
      const intact = parts.filter(({ end }) => end <= length);
      expect(namesOf(result.events)).toEqual(intact.map(({ json }) => json));
      const isTorn = parts.some(({ start, end }) => start < length && length < end);
      expect(result.damage.map(({ code }) => code)).toEqual(isTorn ? ['truncated'] : []);
      expectCovered(
        cut,
        result,
        intact.reduce((sum, { start, end }) => sum + end - start, 0),
      );
    }
  });

  it('should give every packet that a changed byte is not part of, whatever the change', () => {
    for (let at = 0; at < stream.length; at++) {
      for (const change of [0x01, 0x80, (stream[at] as number) ^ 0xb3]) {
        if (change === 0) continue;
        const changed = stream.slice();
        changed[at] = (changed[at] as number) ^ change;
        const result = collect(changed, { format: 'v2' });
        const intact = parts.filter(({ start, end }) => at < start || at >= end);
        expect({ at, events: namesOf(result.events) }).toEqual({ at, events: intact.map(({ json }) => json) });
        expect(JSON.stringify(collect(changed, { format: 'v2', chunkBytes: 3 }))).toBe(JSON.stringify(result));
        expectCovered(
          changed,
          result,
          intact.reduce((sum, { start, end }) => sum + end - start, 0),
        );
      }
    }
  });

  it('should give every packet that a removed byte is not part of', () => {
    for (let at = 0; at < stream.length; at++) {
      const removed = join([stream.subarray(0, at), stream.subarray(at + 1)]);
      const intact = parts.filter(({ start, end }) => at < start || at >= end);
      expect(namesOf(collect(removed, { format: 'v2' }).events)).toEqual(intact.map(({ json }) => json));
    }
  });
});

const ABSENT = {
  testId: null,
  status: null,
  tags: null,
  runnable: true,
  fileName: null,
  fileBytes: null,
  mimeType: null,
  eof: false,
  routeCode: null,
  timestampMicros: null,
};

describe('damage', () => {
  const next = encodeEvent({ testId: 'next', status: 'success' });
  const broken = encodeEvent({ testId: 'outer', fileName: 'f', fileBytes: inner });
  broken[broken.length - 1] = (broken[broken.length - 1] as number) ^ 1;

  it('should end where a good packet inside the claim begins', () => {
    const { events, damage } = collect(join([broken, next]));
    expect(events.map(({ test_id }) => test_id)).toEqual(['inner', 'next']);
    expect(damage[0]).toMatchObject({ code: 'bad_checksum', offset: 0, length: broken.indexOf(0xb3, 1) });
  });

  it.each([
    ['a version', [0xb3, 0x39, 0x01, 0x0c, 0x03, 0x66], 'bad_version', 'version: expected 2, found 3'],
    ['length 4', [0xb3, 0x29, 0x01, 0x04], 'bad_length', 'length: expected 8 to 4194303 bytes, found 4'],
    [
      'a length of four bytes',
      [0xb3, 0x29, 0x01, 0xc0, 0, 0],
      'bad_length',
      'length: expected at most 3 bytes, found 4',
    ],
    ['a claim of 4 MiB', [0xb3, 0x29, 0x01, 0xbf, 0xff, 0xff], 'truncated', 'packet: expected 4194303 bytes, found 19'],
  ])('should tell of %s what was expected and found, and read the next packet', (_, head, code, message) => {
    const { events, damage } = collect(join([Uint8Array.from(head), next]), { format: 'v2' });
    expect(events.map(({ test_id }) => test_id)).toEqual(['next']);
    expect(damage).toEqual([
      { offset: 0, length: expect.any(Number), code, message: expect.stringContaining(message) },
    ]);
  });

  it('should not swallow text behind it', () => {
    const { found } = collect(join([text('a\n'), Uint8Array.of(0xb3), text('b\n'), next]));
    expect(found).toMatchObject([{ noise: 'a\nb\n' }, { test_id: 'next' }]);
  });

  it('should lose no packet to text that ends inside a character', () => {
    for (const torn of [[0xc3], [0xe2, 0x82], [0xe2], [0xf0, 0x9f, 0x8e], [0xe2, 0x41, 0x82]]) {
      const { found, damage } = collect(join([Uint8Array.from(torn), next]), { chunkBytes: 1 });
      expect(found).toMatchObject([{ noise: String.fromCharCode(...torn) }, { test_id: 'next' }]);
      expect(damage).toEqual([]);
    }
  });

  it('should leave characters with a byte B3 in peace', () => {
    const words = text('acción γάμμα ﳳ 𐳳 \n');
    for (const chunkBytes of [1, 2, 3, 100]) {
      const { found, damage } = collect(join([words, next]), { chunkBytes });
      expect(found).toMatchObject([{ noise: Buffer.from(words).toString('latin1') }, { test_id: 'next' }]);
      expect(damage).toEqual([]);
    }
  });
});

describe('limits', () => {
  const next = encodeEvent({ testId: 'next', status: 'success' });
  const overhead = MAX_PACKET_BYTES - 4_194_288;

  it('should take a packet of 4,194,303 bytes and refuse to write one more', () => {
    const fileBytes = new Uint8Array(MAX_PACKET_BYTES - overhead);
    const packet = encodeEvent({ fileName: 'x', fileBytes });
    expect(packet).toHaveLength(MAX_PACKET_BYTES);
    const { events, damage } = collect(join([packet, next]), { chunkBytes: 1_000_003 });
    expect(events).toHaveLength(2);
    expect(damage).toEqual([]);
    const larger = { fileName: 'x', fileBytes: new Uint8Array(fileBytes.length + 1) };
    expect(() => encodeEvent(larger)).toThrow('packet: expected at most 4194303 bytes, found 4194304');
  });

  it('should take a claim of 4 MiB, which needs four bytes, for damage at once', () => {
    const claim = [0xb3, 0x29, 0x01, 0xc0, 0x40, 0x00, 0x00];
    const { events, damage } = collect(join([Uint8Array.from(claim), next]));
    expect(events).toHaveLength(1);
    expect(damage).toMatchObject([{ code: 'bad_length' }]);
  });
});

describe('hostile input', () => {
  const next = encodeEvent({ testId: 'next', status: 'success' });

  it.each([
    ['signatures', [0xb3]],
    ['claims of 4 MiB', [0xb3, 0x2b, 0x03, 0xbf, 0xff, 0xff]],
    ['claims of 64 KiB', [0xb3, 0x2b, 0x03, 0x81, 0x00, 0x00]],
    ['claims of 16 KiB', [0xb3, 0x29, 0x7f, 0xff]],
    ['claims of 63 bytes', [0xb3, 0x29, 0x03, 0x3f]],
    ['letters of two bytes', [0xc3, 0xb3]],
  ])('should read 3 MB of %s in seconds and the packet behind them', (_, unit) => {
    const started = Date.now();
    const bytes = join([repeat(unit, 3_000_000), next]);
    const { events } = collect(bytes, { chunkBytes: 65_536, format: 'v2' });
    expect(events.map(({ test_id }) => test_id)).toEqual(['next']);
    expect(Date.now() - started).toBeLessThan(20_000);
  });

  it('should find all packets among random bytes', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const random = new Random(seed);
      const sent = Array.from({ length: 20 }, (_, index) => encodeEvent({ testId: `t${index}`, status: 'success' }));
      const bytes = join(
        sent.flatMap((packet) => {
          const noise = random.bytes(random.below(40)).map((byte) => (random.chance(20) ? 0xb3 : byte));
          return [noise, packet];
        }),
      );
      const result = collect(bytes, { format: 'v2' });
      expect(result.events.map(({ test_id }) => test_id)).toEqual(sent.map((_, index) => `t${index}`));
      expectCovered(
        bytes,
        result,
        sent.reduce((sum, packet) => sum + packet.length, 0),
      );
      expect(collect(bytes, { format: 'v2', chunkBytes: 1 + random.below(30), reuseChunks: true })).toEqual(result);
    }
  });
});
