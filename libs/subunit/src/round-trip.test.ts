import { EncodeError } from './encode-error';
import { encodeEvent, type EventToEncode } from './encode-event';
import { encodeFile } from './encode-file';
import { STATUSES, type SubunitEvent } from './event';
import { decodeAll } from './decode-stream';
import { PacketStream } from './packet-stream';
import { sortedSet } from './sorted-set';
import { Random } from './testing';

const ALPHABET = [
  'a',
  'Z',
  '0',
  '.',
  ' ',
  '\n',
  '\t',
  'ó',
  'γ',
  'я',
  '漢',
  '🎉',
  '\ufeff',
  '\u202e',
  '\u0001',
  '\u07ff',
  '\uffff',
  '\u{10ffff}',
];

function randomText(random: Random): string {
  const isAscii = random.chance(60);
  const length = random.pick([0, 1, 5, 62, 63, 64, 65, 300, 513]);
  return Array.from({ length }, () => (isAscii ? 'x' : random.pick(ALPHABET))).join('');
}

function randomEvent(random: Random): SubunitEvent {
  const maybe = <T>(make: () => T): T | null => (random.chance(50) ? make() : null);
  const hasFile = random.chance(40);
  const tags = Array.from({ length: random.below(4) }, () => randomText(random));
  return {
    testId: maybe(() => randomText(random)),
    status: maybe(() => random.pick(STATUSES)),
    tags: tags.length === 0 ? null : sortedSet(tags),
    runnable: random.chance(50),
    fileName: hasFile ? randomText(random) : null,
    fileBytes: hasFile ? random.bytes(random.pick([0, 1, 63, 64, 300])) : null,
    mimeType: maybe(() => `text/${randomText(random)}`),
    eof: random.chance(50),
    routeCode: maybe(() => randomText(random)),
    timestampMicros: maybe(() => random.pick([0, 1, 999_999, 2 ** 32 * 1_000_000 - 1, random.below(2 ** 31) * 997])),
  };
}

describe('encodeEvent() and Decoder', () => {
  it('should give back 1,000 events of every shape', () => {
    const random = new Random(7);
    for (let round = 0; round < 1000; round++) {
      const event = randomEvent(random);
      const items = JSON.stringify(decodeAll(encodeEvent(event)));
      expect(items).toBe(JSON.stringify([{ kind: 'event', offset: 0, event }]));
    }
  });
});

describe('PacketStream', () => {
  it('should give the same bytes as encodeEvent(), one packet behind the other', () => {
    const random = new Random(11);
    const packets = new PacketStream();
    for (let round = 0; round < 20; round++) {
      const events = Array.from({ length: 50 }, () => randomEvent(random));
      for (const event of events) packets.add(event);
      expect(packets.take()).toEqual(new Uint8Array(Buffer.concat(events.map((event) => encodeEvent(event)))));
      expect(packets.size).toBe(0);
    }
  });

  it('should hold nothing of an event that it cannot carry', () => {
    const packets = new PacketStream();
    const [first, last] = [{ testId: 'first' }, { testId: 'x'.repeat(70) }];
    packets.add(first);
    for (const bad of [{ testId: 'a\0b' }, { fileName: 'f', fileBytes: new Uint8Array(4_194_304) }])
      expect(() => packets.add(bad)).toThrow(EncodeError);
    const { size } = packets;
    packets.add({ testId: 'taken back' });
    packets.dropBehind(size);
    packets.add(last);
    const file = { fileName: 'f', fileBytes: new Uint8Array(100_000), mimeType: 'text/plain' };
    packets.addFile(file);
    expect(packets.take()).toEqual(
      new Uint8Array(Buffer.concat([encodeEvent(first), encodeEvent(last), ...encodeFile(file)])),
    );
  });
});

describe('encodeEvent()', () => {
  it.each<[string, EventToEncode, string]>([
    ['NUL', { testId: 'a\0b' }, 'bad_text'],
    ['a lone high surrogate', { tags: ['a\ud800'] }, 'bad_text'],
    ['a lone low surrogate', { routeCode: '\udc00a' }, 'bad_text'],
    ['a time before 1970', { timestampMicros: -1 }, 'bad_time'],
    ['a time after 2106', { timestampMicros: 2 ** 32 * 1_000_000 }, 'bad_time'],
    ['no time at all', { timestampMicros: Number.NaN }, 'bad_time'],
    ['too much', { fileName: 'f', fileBytes: new Uint8Array(4_194_304) }, 'too_long'],
  ])('should refuse %s', (_, event, code) => {
    expect(() => encodeEvent(event)).toThrow(EncodeError);
    expect(() => encodeEvent(event)).toThrow(expect.objectContaining({ code }));
  });

  it('should leave out an empty MIME type and an empty list of tags, and write an empty id', () => {
    const [item] = decodeAll(encodeEvent({ testId: '', mimeType: '', tags: [] }));
    expect(item).toMatchObject({ event: { testId: '', mimeType: null, tags: null } });
  });
});

describe('encodeFile()', () => {
  it.each([0, 1, 65_536, 65_537, 200_000])('should split %d bytes so that they come back', (length) => {
    const fileBytes = new Random(length).bytes(length);
    const packets = encodeFile({ testId: 't', fileName: 'log', mimeType: 'text/plain', fileBytes, status: 'fail' });
    const events = packets
      .flatMap((packet) => decodeAll(packet))
      .map((item) => (item.kind === 'event' ? item.event : null));
    expect(Buffer.concat(events.map((event) => event?.fileBytes ?? new Uint8Array(0))).equals(fileBytes)).toBe(true);
    expect(events.map((event) => event?.eof)).toEqual(events.map((_, index) => index === events.length - 1));
    expect(events.every((event) => event?.mimeType === 'text/plain' && event.status === null)).toBe(true);
  });
});
