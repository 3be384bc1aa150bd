import { decodeAll } from './decode-stream';
import { Decoder, LOOK_AHEAD_BYTES } from './decoder';
import { encodeEvent } from './encode-event';
import { MAX_PACKET_BYTES } from './packet-format';
import { collect } from './testing';

const packet = encodeEvent({ testId: 'a', status: 'success' });
const V1 = 'test: a\nsuccess: a\n';
const BUILD_LOG = [
  'error: no such file: x.c',
  'test foo ... ok',
  'test result: ok. 2 passed; 0 failed',
  'skip checks of style',
  'time: 3 seconds',
  'tags: 12',
  'success',
  '',
].join('\n');

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function join(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

function textOf(length: number): Uint8Array {
  return new Uint8Array(length).fill(0x61).map((byte, at) => (at % 80 === 79 ? 0x0a : byte));
}

describe('Decoder', () => {
  it.each<[string, Uint8Array, 'v1' | 'v2']>([
    ['packets', packet, 'v2'],
    ['version 1 text before packets', join(utf8(V1), packet), 'v2'],
    [
      'an unfilled claim and version 1 text before packets',
      join(Uint8Array.of(0xb3, 0x29, 1, 0xbf, 0xff, 0xff), utf8(V1), packet),
      'v2',
    ],
    ['version 1 text', utf8(V1), 'v1'],
    ['a build log', utf8(BUILD_LOG), 'v2'],
    ['nothing', new Uint8Array(0), 'v2'],
  ])('should take %s as version 2 or 1 at every chunk size', (_, bytes, format) => {
    const whole = collect(bytes);
    expect(whole.format).toBe(format);
    for (const chunkBytes of [1, 2, 5]) expect(collect(bytes, { chunkBytes, reuseChunks: true })).toEqual(whole);
  });

  it.each([
    [-1, 'v2'],
    [0, 'v1'],
  ])('should look for the first packet up to the end of its look-ahead (%d)', (beyond, format) => {
    const text = textOf(LOOK_AHEAD_BYTES + beyond);
    text.set(utf8(V1));
    for (const chunkBytes of [1000, LOOK_AHEAD_BYTES, 10_000_000]) {
      expect(collect(join(text, packet), { chunkBytes }).format).toBe(format);
    }
  });

  it('should look for directives no further, whatever the chunks', () => {
    const bytes = join(textOf(LOOK_AHEAD_BYTES), utf8(`\n${V1}`));
    for (const chunkBytes of [1000, bytes.length]) expect(collect(bytes, { chunkBytes }).format).toBe('v2');
  });

  it('should decide, and give on what it held, within its look-ahead and one packet', () => {
    const claim = Uint8Array.of(0xb3, 0x2b, 0x03, 0xbf, 0xff, 0xff);
    const chunk = Uint8Array.from({ length: 60_000 }, (_, at) => claim[at % 6] as number);
    let given = 0;
    const decoder = new Decoder({
      onEvent: () => undefined,
      onNoise: (bytes) => void (given += bytes.length),
      onDamage: ({ length }) => void (given += length),
    });
    let pushed = 0;
    for (; decoder.format === null; pushed += chunk.length) decoder.push(chunk);
    expect(pushed).toBeLessThanOrEqual(LOOK_AHEAD_BYTES + MAX_PACKET_BYTES + chunk.length);
    decoder.end();
    expect(given).toBe(pushed);
  });

  it('should take the caller at their word where the version is given', () => {
    expect(collect(utf8(V1), { format: 'v2' }).found).toEqual([{ noise: V1 }]);
    expect(collect(packet, { format: 'v1' }).events).toEqual([]);
  });
});

describe('decodeAll()', () => {
  it('should give copies, of Node buffers too', () => {
    const buffer = Buffer.from(encodeEvent({ fileName: 'f', fileBytes: utf8('content') }));
    const noise = Buffer.from('noise');
    const [text, event] = decodeAll(Buffer.concat([noise, buffer]));
    const whole = Buffer.concat([noise, buffer]);
    const items = decodeAll(whole);
    whole.fill(0);
    expect(items).toEqual([text, event]);
    expect(event).toMatchObject({ event: { fileBytes: utf8('content') } });
  });
});
