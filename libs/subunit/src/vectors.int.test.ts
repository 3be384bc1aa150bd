import { createHash } from 'node:crypto';

import { numberVectors, subunitVectors } from '@testmetrics/corpus';

import { encodeEvent } from './encode-event';
import type { EventJson } from './event-json';
import { PacketWriter } from './packet-writer';
import { collect, expectedFound } from './testing';

/** Where the reference reader made up a parser error, and what is reported instead. */
const DAMAGE: Readonly<Record<string, string>> = {
  'bad-crc': 'bad_checksum',
  'nul-in-id': 'bad_text',
  'bad-utf8-id': 'bad_text',
  'cut-utf8-id': 'bad_text',
  'id-past-end': 'bad_field',
  'four-byte-length': 'bad_length',
  truncated: 'truncated',
  'truncated-header': 'truncated',
};

const LONG = {
  'three-byte-length': { testId: 't', fileName: 'f', fileBytes: new Uint8Array(20_000).fill(0x61) },
  'largest-packet': { fileName: 'x', fileBytes: new Uint8Array(4_194_288), runnable: false },
};

describe('vectors of the reference', () => {
  const vectors = subunitVectors();

  it.each(vectors.flatMap(({ name, hex = '', events }) => (events === undefined ? [] : [{ name, hex, events }])))(
    'should read $name, cut anywhere',
    ({ name, hex, events }) => {
      const bytes = Buffer.from(hex, 'hex');
      for (let chunkBytes = 1; chunkBytes <= bytes.length; chunkBytes++) {
        const { found, damage } = collect(bytes, { chunkBytes, reuseChunks: true });
        expect(found).toEqual(expectedFound(events as readonly EventJson[]));
        expect(damage.map(({ code }) => code)).toEqual(name in DAMAGE ? [DAMAGE[name]] : []);
      }
    },
  );

  it.each(Object.entries(LONG))('should write and read %s', (name, event) => {
    const packet = encodeEvent(event);
    const vector = vectors.find((candidate) => candidate.name === name);
    expect(createHash('sha256').update(packet).digest('hex')).toBe(vector?.sha256);
    const { events, damage } = collect(packet, { chunkBytes: 65_536 });
    expect(damage).toEqual([]);
    expect(Buffer.from(events[0]?.file_bytes ?? '', 'base64').equals(event.fileBytes)).toBe(true);
  });

  it('should be 46', () => {
    const read = vectors.filter(({ events }) => events !== undefined).length;
    expect(read + Object.keys(LONG).length).toBe(46);
  });

  it.each([...numberVectors()])('should write the number %d as %s', (value, hex) => {
    const writer = new PacketWriter();
    writer.number(value, 'number');
    expect(Buffer.from(writer.written()).toString('hex')).toBe(hex);
  });
});
