import { createHash } from 'node:crypto';
import { Decoder } from '@testmetrics/subunit';
import { gunzip } from '@testmetrics/subunit/node';
import type { IngestLimits } from './limits';
import type { StreamFacts } from './make-run';
import type { StreamAssembly } from './stream-assembly';
import { emptyStream, expandedTooLarge, noSubunit, streamTooLarge } from './stream-errors';

const FIRST_BYTES = 256;

/**
 * Reads a stream to its end into an assembly, chunk by chunk.
 *
 * @throws {UploadError} where there is no subunit in it, or a limit is passed
 */
export async function readStream(
  source: AsyncIterable<Uint8Array>,
  assembly: StreamAssembly,
  limits: IngestLimits,
): Promise<StreamFacts> {
  const received = new ReceivedBytes(source, limits.receivedBytes);
  const hash = createHash('sha256');
  const decoder = new Decoder(assembly);
  const first = new FirstBytes();
  let streamBytes = 0;
  const expanded = gunzip(received.chunks(), { onDamage: (damage) => assembly.onDamage(damage) });
  for await (const chunk of expanded) {
    streamBytes += chunk.length;
    if (streamBytes > limits.expandedBytes) throw expandedTooLarge(limits.expandedBytes);
    hash.update(chunk);
    first.add(chunk);
    decoder.push(chunk);
    if (assembly.events === 0 && streamBytes > limits.leadingNoiseBytes)
      throw noSubunit(first.bytes, assembly.damage[0]);
    await assembly.settle();
  }
  decoder.end();
  assembly.finish();
  if (received.count === 0 || (streamBytes === 0 && assembly.damageCount === 0)) throw emptyStream(received.count);
  if (assembly.events === 0)
    throw noSubunit(streamBytes === 0 ? received.first.bytes : first.bytes, assembly.damage[0]);
  return { contentHash: hash.digest(), format: decoder.format ?? 'v2', streamBytes, receivedBytes: received.count };
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
