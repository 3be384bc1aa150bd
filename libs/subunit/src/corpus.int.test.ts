import { gunzipSync } from 'node:zlib';

import {
  corpusStreams,
  flakyRuns,
  malformedStreams,
  readConvertedV1,
  readExpectedEvents,
  readMalformed,
  readMalformedEvents,
  readStream,
  type CorpusStream,
} from '@testmetrics/corpus';

import { crc32 } from './crc32';
import { decodeAll, decodeStream } from './decode-stream';
import { encodeEvent } from './encode-event';
import { type EventJson, eventToJson } from './event-json';
import { collect, type Collected, expectedFound, firstDifference, transcribe } from './testing';
import { gunzip } from './node';
import type { StreamItem } from './stream-item';

const WITHOUT_TIMES = ['26-libsubunit-c', '27-check-ex-output'];
/** A byte B3 in latin-1 text made the reference reader take text for a packet, and lose one. */
const READ_BETTER = '12-noisy-b3';

function bytesOf({ name, gzip }: CorpusStream): Uint8Array {
  const bytes = readStream(name);
  return gzip ? gunzipSync(bytes) : bytes;
}

/** Before the first `time:` the conversion to version 2 puts its own clock, where we leave the time open. */
function withoutClock(expected: Collected['found'], found: Collected['found']): Collected['found'] {
  return expected.map((item, at) => {
    const own = found[at];
    const isOpen = own !== undefined && 'timestamp' in own && own.timestamp === null;
    return isOpen ? { ...item, timestamp: null } : item;
  });
}

/** As text: jest's own comparison of 150,000 objects takes longer than decoding them. */
function expectSame(found: readonly unknown[], expected: readonly unknown[]): void {
  const lines = found.map((item) => JSON.stringify(item));
  const expectedLines = expected.map((item) => JSON.stringify(item));
  const at = expectedLines.findIndex((line, index) => line !== lines[index]);
  if (at !== -1) expect({ at, line: lines[at] }).toEqual({ at, line: expectedLines[at] });
  expect(lines).toHaveLength(expectedLines.length);
}

describe('Decoder', () => {
  const streams = [...corpusStreams(), ...flakyRuns()].filter(({ name }) => name !== READ_BETTER);

  it.each(streams)('should read $name as the reference does', (stream) => {
    const expected = expectedFound(readExpectedEvents(stream.name) as readonly EventJson[]);
    const { found, format } = collect(bytesOf(stream));
    expectSame(found, stream.format === 'v1' ? withoutClock(expected, found) : expected);
    expect(format).toBe(stream.format);
  });

  it.each(streams)('should read $name the same in chunks of 1, 7 and 4096 bytes', (stream) => {
    const bytes = bytesOf(stream);
    const whole = transcribe(bytes, bytes.length + 1);
    for (const chunkBytes of [1, 7, 4096]) expect(firstDifference(transcribe(bytes, chunkBytes), whole)).toBe(-1);
  });

  it.each(streams)('should find no damage in $name unless it was cut', (stream) => {
    const { damage } = collect(bytesOf(stream));
    expect(damage.map(({ code }) => code)).toEqual(stream.name === '16-cut-mid-packet' ? ['truncated'] : []);
  });

  it('should read the packet that the reference loses behind a latin-1 byte', () => {
    const bytes = readStream(READ_BETTER);
    const whole = collect(bytes);
    const reference = readExpectedEvents(READ_BETTER).filter((event) => event.test_id !== null);
    const known = new Set(whole.events.map((event) => JSON.stringify(event)));
    const intact = reference.filter((event) => event.test_id !== 'subunit.parser');
    expect(intact.filter((event) => !known.has(JSON.stringify(event)))).toEqual([]);
    expect(whole.events).toHaveLength(intact.length + 1);
    for (const chunkBytes of [1, 7, 4096]) expect(collect(bytes, { chunkBytes })).toEqual(whole);
  });

  it.each(corpusStreams().filter(({ format }) => format === 'v1'))(
    'should make of $name what the conversion to version 2 makes of it',
    ({ name }) => {
      const { found } = collect(readStream(name));
      expectSame(found, withoutClock(collect(readConvertedV1(name), { format: 'v2' }).found, found));
    },
  );

  it('should leave the time open where a version 1 stream has none', () => {
    for (const name of WITHOUT_TIMES) {
      expect(collect(readStream(name)).events.filter(({ timestamp }) => timestamp !== null)).toEqual([]);
    }
  });
});

describe('Decoder on damaged streams', () => {
  async function expand(bytes: Uint8Array): Promise<Buffer> {
    async function* source(): AsyncGenerator<Uint8Array> {
      yield bytes;
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of gunzip(source())) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  it.each(malformedStreams())('should find every intact packet of $file', async ({ file, intact_packets_by_scan }) => {
    const bytes = await expand(readMalformed(file));
    const { events, damage } = collect(bytes);
    // The manifest counts right checksums; a packet whose text is no text is found and reported as damage.
    const unreadable = damage.filter(({ code }) => code === 'bad_text' || code === 'bad_field');
    expect(events.length + unreadable.length).toBe(intact_packets_by_scan);
    for (const chunkBytes of [1, 7, 100]) expect(collect(bytes, { chunkBytes })).toEqual(collect(bytes));
  });

  it.each(malformedStreams())('should find whatever the reference finds in $file', async ({ file }) => {
    const { events } = collect(await expand(readMalformed(file)));
    const known = new Set(events.map((event) => JSON.stringify(event)));
    const reference = expectedFound(readMalformedEvents(file) as readonly EventJson[]);
    expect(reference.filter((item) => !('noise' in item) && !known.has(JSON.stringify(item)))).toEqual([]);
  });
});

describe('decodeStream()', () => {
  it('should give the items of decodeAll()', async () => {
    const bytes = readStream('03-stestr-self-parallel');
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
    }
    const items: StreamItem[] = [];
    for await (const part of decodeStream(source())) items.push(...part);
    expect(items).toEqual(decodeAll(bytes));
  });
});

describe('encodeEvent()', () => {
  it.each([...corpusStreams(), ...flakyRuns()].filter(({ format }) => format === 'v2'))(
    'should write every packet of $name as it was',
    (stream) => {
      const bytes = bytesOf(stream);
      let different = 0;
      for (const item of decodeAll(bytes, { format: 'v2' })) {
        if (item.kind !== 'event') continue;
        const packet = encodeEvent(item.event);
        const recorded = bytes.subarray(item.offset, item.offset + packet.length);
        if (crc32(packet) !== crc32(recorded) && !isSameSet(recorded, item.event.tags)) different++;
      }
      expect(different).toBe(0);
    },
  );
});

/** Tags are a set, and some writers give them in no order: then the packet is read back instead. */
function isSameSet(recorded: Uint8Array, tags: readonly string[] | null): boolean {
  if (tags === null || tags.length < 2) return false;
  const [item] = decodeAll(recorded, { format: 'v2' });
  return item?.kind === 'event' && JSON.stringify(eventToJson(item.event).tags) === JSON.stringify(tags);
}
