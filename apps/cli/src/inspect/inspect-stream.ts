import { RunDecoder } from '@testmetrics/junit';
import { isGzip } from '@testmetrics/subunit';
import type { Damage, DecoderSink, SubunitEvent } from '@testmetrics/subunit';
import { gunzip } from '@testmetrics/subunit/node';
import type { StreamFacts, StreamView } from './view';

export interface InspectOptions {
  readonly file: string;
  /** When the first test began, for a JUnit report that names no time. */
  readonly fallbackStartMicros: number;
  /** Called with the size of every chunk read. */
  readonly onRead?: (bytes: number) => void;
  /** Called after every chunk: waits for a slow reader of the output. */
  readonly settle: () => Promise<void> | undefined;
}

/** Shows a stream in a view while it is read; holds no more of it than the view does. */
export async function inspectStream(
  source: AsyncIterable<Uint8Array>,
  view: StreamView,
  { file, fallbackStartMicros, onRead, settle }: InspectOptions,
): Promise<StreamFacts> {
  const counted = new Counted(view);
  const decoder = new RunDecoder(counted, { fallbackStartMicros });
  const input = new InputBytes(source, onRead);
  // What is wrong with the compressed stream is wrong at its end: told when everything before it has been told.
  const compression: Damage[] = [];
  let streamBytes = 0;
  for await (const chunk of gunzip(input.chunks(), { onDamage: (damage) => compression.push(damage) })) {
    streamBytes += chunk.length;
    decoder.push(chunk);
    await settle();
  }
  decoder.end();
  for (const damage of compression) counted.onDamage(damage);
  const { events, noiseBytes, damageCount } = counted;
  const isKnown = events > 0 || decoder.format === 'junit';
  const format = (isKnown ? decoder.format : null) ?? 'unknown';
  const { count: fileBytes, compressed } = input;
  const facts: StreamFacts = { file, format, compressed, fileBytes, streamBytes, events, noiseBytes, damageCount };
  view.end(facts);
  return facts;
}

/** Counts what passes by. */
class Counted implements DecoderSink {
  events = 0;
  noiseBytes = 0;
  damageCount = 0;

  constructor(private readonly view: StreamView) {}

  onEvent(event: SubunitEvent, offset: number): void {
    this.events += 1;
    this.view.onEvent(event, offset);
  }

  onNoise(bytes: Uint8Array, offset: number): void {
    this.noiseBytes += bytes.length;
    this.view.onNoise(bytes, offset);
  }

  onDamage(damage: Damage): void {
    this.damageCount += 1;
    this.view.onDamage(damage);
  }
}

/** The bytes as they lie in the file, counted. */
class InputBytes {
  count = 0;
  private first: number[] = [];

  constructor(
    private readonly source: AsyncIterable<Uint8Array>,
    private readonly onRead: (bytes: number) => void = () => undefined,
  ) {}

  get compressed(): boolean {
    return isGzip(Uint8Array.from(this.first));
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.source) {
      if (this.first.length < 2) this.first.push(...chunk.subarray(0, 2 - this.first.length));
      this.count += chunk.length;
      this.onRead(chunk.length);
      yield chunk;
    }
  }
}
