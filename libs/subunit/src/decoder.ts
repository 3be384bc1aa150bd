import type { DecoderSink, StreamDecoder } from './decoder-sink';
import { hasDirective } from './detect-format';
import { GrowingBytes } from './growing-bytes';
import { PacketSearch } from './packet-search';
import { V1Decoder } from './v1-decoder';
import { V2Decoder } from './v2-decoder';

/** The first packet or directive has to begin within so many bytes. */
export const LOOK_AHEAD_BYTES = 256 * 1024;

export interface DecoderOptions {
  /** `auto` (the default) looks at the content. */
  readonly format?: 'auto' | 'v2' | 'v1';
}

/**
 * Decodes a subunit stream of either version, found by content.
 *
 * A good packet that begins within the first `LOOK_AHEAD_BYTES` makes it version 2; where there is none, a version 1
 * directive in them makes it version 1. Longer text without either is taken for the noise of a version 2 stream. Until
 * this is decided that stretch is held back, and at most one packet behind it. Compressed input has to be decompressed
 * before.
 */
export class Decoder implements StreamDecoder {
  private chosen: StreamDecoder | null = null;
  private chosenFormat: 'v2' | 'v1' | null = null;
  private search: PacketSearch | null = new PacketSearch(LOOK_AHEAD_BYTES);
  private readonly held = new GrowingBytes();

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
    const result = this.search?.push(chunk);
    if (result === 'open') return this.held.append(chunk);
    const chosen = this.choose(result === 'found' ? 'v2' : this.formatOfText(chunk));
    this.replay(chosen);
    chosen.push(chunk);
  }

  end(): void {
    if (this.chosen !== null) return this.chosen.end();
    const chosen = this.choose(this.search?.end() === 'found' ? 'v2' : this.formatOfText());
    this.replay(chosen);
    chosen.end();
  }

  /** What the stretch is if no packet begins in it; `chunk` follows what is held. */
  private formatOfText(chunk: Uint8Array = new Uint8Array(0)): 'v2' | 'v1' {
    const stretch = new GrowingBytes();
    stretch.append(this.held.view().subarray(0, LOOK_AHEAD_BYTES));
    stretch.append(chunk.subarray(0, LOOK_AHEAD_BYTES - stretch.length));
    return hasDirective(stretch.view()) ? 'v1' : 'v2';
  }

  private choose(format: 'v2' | 'v1'): StreamDecoder {
    this.search = null;
    this.chosenFormat = format;
    return (this.chosen = format === 'v2' ? new V2Decoder(this.sink) : new V1Decoder(this.sink));
  }

  private replay(chosen: StreamDecoder): void {
    if (this.held.length > 0) chosen.push(this.held.take());
  }
}
