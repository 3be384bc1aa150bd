import type { StreamItem } from '@testmetrics/subunit';
import type { Output } from '../terminal/output';
import { formatDamageLine, formatEventLine, formatNoiseLine } from './event-line';
import type { StreamView } from './view';

/** The reference reader reports at most this much text at once. */
const MAX_NOISE_BYTES = 1024 * 1024;

/** Every event, every piece of text between packets and every damaged place, one line each. */
export class EventsView implements StreamView {
  private noise: Uint8Array[] = [];
  private noiseBytes = 0;

  constructor(private readonly output: Output) {}

  item(item: StreamItem): Promise<void> | undefined {
    if (item.kind === 'noise') return this.collect(item.bytes);
    const before = this.takeNoise();
    const line = item.kind === 'event' ? formatEventLine(item.event) : formatDamageLine(item.damage);
    return this.output.write(before + line);
  }

  async end(): Promise<void> {
    await this.output.write(this.takeNoise());
  }

  /** Neighbouring pieces are one text: where a chunk of the file ended is nobody's business. */
  private collect(bytes: Uint8Array): Promise<void> | undefined {
    const room = MAX_NOISE_BYTES - this.noiseBytes;
    this.keep(bytes.subarray(0, room));
    if (bytes.length < room) return undefined;
    const waiting = this.output.write(this.takeNoise());
    this.keep(bytes.subarray(room));
    return waiting;
  }

  private keep(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.noise.push(bytes.slice());
    this.noiseBytes += bytes.length;
  }

  private takeNoise(): string {
    if (this.noiseBytes === 0) return '';
    const line = formatNoiseLine(Buffer.concat(this.noise));
    this.noise = [];
    this.noiseBytes = 0;
    return line;
  }
}
