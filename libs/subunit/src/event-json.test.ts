import { decodeAll } from './decode-stream';
import { encodeEvent } from './encode-event';
import { eventToJson, formatMicros, noiseToJson, toBase64 } from './event-json';
import { Random } from './testing';

const FIELDS = [
  'test_id',
  'status',
  'tags',
  'runnable',
  'file_name',
  'file_bytes',
  'mime',
  'eof',
  'route_code',
  'timestamp',
];

describe('eventToJson()', () => {
  it('should name the fields as the reference does, in its order', () => {
    const [item] = decodeAll(encodeEvent({ testId: 't', tags: ['b', 'a'], fileName: 'f', timestampMicros: 1 }));
    const json = item?.kind === 'event' ? eventToJson(item.event) : null;
    expect(Object.keys(json ?? {})).toEqual(FIELDS);
    expect(json).toMatchObject({
      tags: ['a', 'b'],
      file_bytes: '',
      status: null,
      timestamp: '1970-01-01T00:00:00.000001Z',
    });
  });

  it('should make a file of no test out of noise', () => {
    expect(Object.keys(noiseToJson(new Uint8Array(0)))).toEqual(FIELDS);
    expect(noiseToJson(Uint8Array.of(0x61))).toMatchObject({ test_id: null, file_name: 'stdout', file_bytes: 'YQ==' });
  });
});

describe('formatMicros()', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000000Z'],
    [999_999, '1970-01-01T00:00:00.999999Z'],
    [1_788_232_624_210_211, '2026-09-01T03:17:04.210211Z'],
    [2 ** 32 * 1_000_000 - 1, '2106-02-07T06:28:15.999999Z'],
  ])('should write %d as %s', (micros, text) => {
    expect(formatMicros(micros)).toBe(text);
  });
});

describe('toBase64()', () => {
  it('should give what Node gives for every length', () => {
    const random = new Random(3);
    for (let length = 0; length < 200; length++) {
      const bytes = random.bytes(length);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }
  });
});
