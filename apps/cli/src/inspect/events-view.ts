import type { Damage, SubunitEvent } from '@testmetrics/subunit';
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

  onEvent(event: SubunitEvent): void {
    this.writeNoise();
    this.output.write(formatEventLine(event));
  }

  /** Neighbouring pieces are one text: where a chunk of the file ended is nobody's business. */
  onNoise(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      const piece = bytes.slice(from, from + MAX_NOISE_BYTES - this.noiseBytes);
      this.noise.push(piece);
      this.noiseBytes += piece.length;
      from += piece.length;
      if (this.noiseBytes === MAX_NOISE_BYTES) this.writeNoise();
    }
  }

  onDamage(damage: Damage): void {
    this.writeNoise();
    this.output.write(formatDamageLine(damage));
  }

  end(): void {
    this.writeNoise();
  }

  private writeNoise(): void {
    if (this.noiseBytes === 0) return;
    this.output.write(formatNoiseLine(Buffer.concat(this.noise)));
    this.noise = [];
    this.noiseBytes = 0;
  }
}
