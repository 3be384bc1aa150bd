import { readdirSync } from 'node:fs';

import { corpusDirectory } from './corpus-directory';
import type { ExpectedEvent } from './expected-event';
import type { ExpectedOutcomes } from './expected-outcomes';
import { readBytes, readJson, readJsonLines } from './read-data';

/** A recorded stream and where its expectations lie. */
export interface CorpusStream {
  /** For instance `03-stestr-self-parallel` or `flaky/run-01`. */
  readonly name: string;
  /** File below the corpus directory. */
  readonly file: string;
  readonly format: 'v2' | 'v1';
  readonly gzip: boolean;
}

const STREAM_FILE = /^(?<name>(?:flaky\/)?[^/]+?)\.(?<format>subunit|v1)(?<gzip>\.gz)?$/;

/** The 30 recorded streams, by name. */
export function corpusStreams(): CorpusStream[] {
  return streamsIn('');
}

/** 30 runs of one flaky suite, one a day from 2026-09-01 03:17 UTC. */
export function flakyRuns(): CorpusStream[] {
  return streamsIn('flaky/');
}

function streamsIn(folder: string): CorpusStream[] {
  return readdirSync(`${corpusDirectory()}/${folder}`)
    .filter((file) => !file.endsWith('.v2.subunit'))
    .sort()
    .flatMap((file) => toStream(folder + file));
}

function toStream(file: string): CorpusStream[] {
  const groups = STREAM_FILE.exec(file)?.groups;
  if (groups === undefined) return [];
  return [
    {
      name: groups['name'] ?? '',
      file,
      format: groups['format'] === 'v1' ? 'v1' : 'v2',
      gzip: groups['gzip'] !== undefined,
    },
  ];
}

/** @throws Error where no stream has the name. */
export function corpusStream(name: string): CorpusStream {
  const found = [...corpusStreams(), ...flakyRuns()].find((stream) => stream.name === name);
  if (found === undefined) throw new Error(`expected the name of a recorded stream, found '${name}'`);
  return found;
}

/** The recorded bytes, compressed where they were recorded so. */
export function readStream(name: string): Uint8Array {
  return readBytes(corpusStream(name).file);
}

export function readExpectedEvents(name: string): ExpectedEvent[] {
  return readJsonLines<ExpectedEvent>(`${name}.events.jsonl`);
}

export function readExpectedOutcomes(name: string): ExpectedOutcomes {
  return readJson<ExpectedOutcomes>(`${name}.outcomes.json`);
}

/** What the reference's converter made of a v1 stream. */
export function readConvertedV1(name: string): Uint8Array {
  return readBytes(`${name}.v2.subunit`);
}
