import type { DecoderSink, StreamDecoder } from './decoder-sink';
import { hasDirective } from './detect-format';
import { V1Decoder } from './v1-decoder';
import { V2Decoder } from './v2-decoder';

/** So much text may come before the first packet or directive and still decide about the version. */
export const LOOK_AHEAD_BYTES = 256 * 1024;

const SILENT: DecoderSink = { onEvent: () => undefined, onNoise: () => undefined, onDamage: () => undefined };

export interface DecoderOptions {
  /** `auto` (the default) looks at the content. */
  readonly format?: 'auto' | 'v2' | 'v1';
}

/**
 * Decodes a subunit stream of either version, found by content.
 *
 * Until the version is known, up to `LOOK_AHEAD_BYTES` (and one packet) are held back: the first good packet makes it
 * version 2; where there is none, a version 1 directive makes it version 1. Longer text without either is taken for the
 * noise of a version 2 stream. Compressed input has to be decompressed before.
 */
export class Decoder implements StreamDecoder {
  private chosen: StreamDecoder | null = null;
  private chosenFormat: 'v2' | 'v1' | null = null;
  private sawPacket = false;
  private readonly probe = new V2Decoder({ ...SILENT, onEvent: () => void (this.sawPacket = true) });
  private held: Uint8Array[] = [];
  private heldBytes = 0;

  constructor(
    private readonly sink: DecoderSink,
    options: DecoderOptions = {},
  ) {
    const { format = 'auto' } = options;
    if (format !== 'auto') this.choose(format);
  }

  /** The version, once it is decided. */
  get format(): 'v2' | 'v1' | null {
    return this.chosenFormat;
  }

  push(chunk: Uint8Array): void {
    if (this.chosen !== null) return this.chosen.push(chunk);
    this.probe.push(chunk);
    if (this.sawPacket) {
      const chosen = this.choose('v2');
      this.replay(chosen);
      chosen.push(chunk);
      return;
    }
    this.held.push(chunk.slice());
    this.heldBytes += chunk.length;
    if (this.heldBytes >= LOOK_AHEAD_BYTES && !this.probe.isHolding) this.decideByText();
  }

  end(): void {
    const chosen = this.chosen ?? this.decideByText();
    chosen.end();
  }

  private decideByText(): StreamDecoder {
    const chosen = this.choose(hasDirective(join(this.held, this.heldBytes)) ? 'v1' : 'v2');
    this.replay(chosen);
    return chosen;
  }

  private choose(format: 'v2' | 'v1'): StreamDecoder {
    this.chosenFormat = format;
    return (this.chosen = format === 'v2' ? new V2Decoder(this.sink) : new V1Decoder(this.sink));
  }

  private replay(chosen: StreamDecoder): void {
    const { held } = this;
    this.held = [];
    for (const chunk of held) chosen.push(chunk);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
