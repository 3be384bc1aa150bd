import type { SubunitEvent } from './event';
import type { Damage } from './stream-item';

/**
 * Receives what a decoder finds, in stream order, while `push` or `end` runs.
 *
 * Bytes are views into the decoder's buffer: copy them to keep them longer than the call. Offsets are bytes from the
 * start of the decompressed stream.
 */
export interface DecoderSink {
  onEvent(event: SubunitEvent, offset: number): void;
  /** Bytes outside packets; neighbouring noise may come in several calls. */
  onNoise(bytes: Uint8Array, offset: number): void;
  onDamage(damage: Damage): void;
}

/** What every decoder of this library is: bytes in at `push`, findings out at the sink. */
export interface StreamDecoder {
  /** Takes the next bytes, of any number; they may be reused after the call. */
  push(chunk: Uint8Array): void;
  /** The stream is over: reports what is still held back. */
  end(): void;
}
