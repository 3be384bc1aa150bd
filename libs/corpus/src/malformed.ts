import type { ExpectedEvent } from './expected-event';
import { readBytes, readJson, readJsonLines } from './read-data';

/** A damaged input and what readers made of it. */
export interface MalformedStream {
  readonly file: string;
  readonly what: string;
  readonly bytes: number;
  /** Packets with a right checksum that a reader finds which resumes one byte after each bad signature. */
  readonly intact_packets_by_scan: number;
}

export function malformedStreams(): MalformedStream[] {
  return readJson<MalformedStream[]>('malformed/manifest.json');
}

export function readMalformed(file: string): Uint8Array {
  return readBytes(`malformed/${file}`);
}

/** The reference reader's events, until the exception where it raised one. */
export function readMalformedEvents(file: string): ExpectedEvent[] {
  return readJsonLines<ExpectedEvent>(`malformed/${file}.events.jsonl`);
}
