import { createHash } from 'node:crypto';
import { RunDecoder } from '@testmetrics/junit';
import { gunzip } from '@testmetrics/subunit/node';
import type { IngestLimits } from './limits';
import type { StreamFacts } from './make-run';
import type { StreamAssembly } from './stream-assembly';
import { badReport, emptyStream, expandedTooLarge, noSubunit, streamTooLarge } from './stream-errors';
import type { UploadError } from './upload-error';

const FIRST_BYTES = 256;

export interface ReadOptions {
  readonly limits: IngestLimits;
  /** When the first test of a JUnit report began that names no time at all. */
  readonly fallbackStartMicros: number;
}

/**
 * Reads a stream to its end into an assembly, chunk by chunk.
 *
 * @throws {UploadError} where it is no run in any form that is known, or a limit is passed
 */
export async function readStream(
  source: AsyncIterable<Uint8Array>,
  assembly: StreamAssembly,
  { limits, fallbackStartMicros }: ReadOptions,
): Promise<StreamFacts> {
  const received = new ReceivedBytes(source, limits.receivedBytes);
  const hash = createHash('sha256');
  const decoder = new RunDecoder(assembly, { fallbackStartMicros });
  const first = new FirstBytes();
  let streamBytes = 0;
  const expanded = gunzip(received.chunks(), { onDamage: (damage) => assembly.onDamage(damage) });
  for await (const chunk of expanded) {
    streamBytes += chunk.length;
    if (streamBytes > limits.expandedBytes) throw expandedTooLarge(limits.expandedBytes);
    hash.update(chunk);
    first.add(chunk);
    decoder.push(chunk);
    if (assembly.events === 0 && streamBytes > limits.leadingNoiseBytes) throw refusal(decoder, first, assembly);
    await assembly.settle();
  }
  decoder.end();
  assembly.finish();
  if (received.count === 0 || (streamBytes === 0 && assembly.damageCount === 0)) throw emptyStream(received.count);
  if (assembly.events === 0 && !decoder.hasReport)
    throw refusal(decoder, streamBytes === 0 ? received.first : first, assembly);
  return { contentHash: hash.digest(), format: decoder.format ?? 'v2', streamBytes, receivedBytes: received.count };
}

/** A whole report without tests is a run, a stream without packets is none. */
function refusal({ format }: RunDecoder, first: FirstBytes, { damage: [damage] }: StreamAssembly): UploadError {
  return format === 'junit' ? badReport(first.bytes, damage) : noSubunit(first.bytes, damage);
}

/** The bytes as they come over the wire, counted. */
class ReceivedBytes {
  count = 0;
  readonly first = new FirstBytes();

  constructor(
    private readonly source: AsyncIterable<Uint8Array>,
    private readonly limit: number,
  ) {}

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.source) {
      this.count += chunk.length;
      if (this.count > this.limit) throw streamTooLarge(this.limit);
      this.first.add(chunk);
      yield chunk;
    }
  }
}

/** Keeps the beginning of a stream, to quote it. */
class FirstBytes {
  bytes: Uint8Array = new Uint8Array(0);

  add(chunk: Uint8Array): void {
    if (this.bytes.length >= FIRST_BYTES) return;
    this.bytes = Buffer.concat([this.bytes, chunk.subarray(0, FIRST_BYTES - this.bytes.length)]);
  }
}
