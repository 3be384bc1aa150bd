import { Decoder, type DecoderOptions } from '../decoder';
import type { DecoderSink, StreamDecoder } from '../decoder-sink';
import { type EventJson, eventToJson } from '../event-json';
import type { SubunitEvent } from '../event';
import type { Damage } from '../stream-item';

/** What a decoder gave; neighbouring noise is joined, since a decoder may cut it anywhere. */
export interface Collected {
  readonly found: readonly (EventJson | { readonly noise: string })[];
  readonly events: readonly EventJson[];
  readonly damage: readonly Damage[];
  readonly format: 'v2' | 'v1' | null;
  /** Bytes of noise and damage; the rest belongs to packets. */
  readonly stretches: readonly (readonly [offset: number, length: number])[];
}

export interface CollectOptions extends DecoderOptions {
  readonly chunkBytes?: number;
  /** Push Node buffers, and fill each with FF after it was pushed, as a reader does that reuses its buffer. */
  readonly reuseChunks?: boolean;
}

/** Decodes `bytes` in chunks. */
export function collect(bytes: Uint8Array, options: CollectOptions = {}): Collected {
  const { chunkBytes = Number.POSITIVE_INFINITY, reuseChunks = false } = options;
  const collector = new Collector();
  const decoder = new Decoder(collector, options);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const chunk = reuseChunks ? Buffer.from(bytes.subarray(at, at + chunkBytes)) : bytes.subarray(at, at + chunkBytes);
    decoder.push(chunk);
    if (reuseChunks) chunk.fill(0xff);
  }
  decoder.end();
  return { ...collector.result(), format: decoder.format };
}

/** As `collect`, with cuts at given places. */
export function collectCut(bytes: Uint8Array, cuts: readonly number[]): Collected {
  const collector = new Collector();
  const decoder: StreamDecoder & { readonly format: 'v2' | 'v1' | null } = new Decoder(collector);
  [0, ...cuts].forEach((cut, index) => decoder.push(bytes.subarray(cut, cuts[index] ?? bytes.length)));
  decoder.end();
  return { ...collector.result(), format: decoder.format };
}

class Collector implements DecoderSink {
  private readonly found: (EventJson | { noise: string })[] = [];
  private readonly events: EventJson[] = [];
  private readonly damage: Damage[] = [];
  private readonly stretches: [number, number][] = [];
  private endsWithNoise = false;

  onEvent(event: SubunitEvent): void {
    const json = eventToJson(event);
    this.endsWithNoise = false;
    this.events.push(json);
    this.found.push(json);
  }

  onNoise(bytes: Uint8Array, offset: number): void {
    const noise = Buffer.from(bytes).toString('latin1');
    const last = this.found.at(-1);
    const stretch = this.stretches.at(-1);
    if (last !== undefined && 'noise' in last) last.noise += noise;
    else this.found.push({ noise });
    if (stretch !== undefined && stretch[0] + stretch[1] === offset && this.endsWithNoise) stretch[1] += bytes.length;
    else this.stretches.push([offset, bytes.length]);
    this.endsWithNoise = true;
  }

  onDamage(damage: Damage): void {
    this.endsWithNoise = false;
    this.damage.push(damage);
    this.stretches.push([damage.offset, damage.length]);
  }

  result(): Omit<Collected, 'format'> {
    return { found: this.found, events: this.events, damage: this.damage, stretches: this.stretches };
  }
}

/** An expectation of the reference reader in the form of `found`, without the packets it makes up for damage. */
export function expectedFound(events: readonly EventJson[]): readonly (EventJson | { readonly noise: string })[] {
  const found: (EventJson | { noise: string })[] = [];
  for (const event of events) {
    if (event.test_id === 'subunit.parser') continue;
    if (!isNoise(event)) {
      found.push(event);
      continue;
    }
    const noise = Buffer.from(event.file_bytes ?? '', 'base64').toString('latin1');
    const last = found.at(-1);
    if (last !== undefined && 'noise' in last) last.noise += noise;
    else found.push({ noise });
  }
  return found;
}

function isNoise(event: EventJson): boolean {
  const { test_id, status, tags, file_name, mime, route_code, timestamp } = event;
  return (
    file_name === 'stdout' && [test_id, status, tags, mime, route_code, timestamp].every((field) => field === null)
  );
}
