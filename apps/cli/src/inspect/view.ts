import type { RunFormat } from '@testmetrics/junit';
import type { DecoderSink } from '@testmetrics/subunit';

/** What is known of a stream once it has been read to its end. */
export interface StreamFacts {
  readonly file: string;
  readonly format: RunFormat | 'unknown';
  readonly compressed: boolean;
  /** As they lie in the file. */
  readonly fileBytes: number;
  /** After decompression. */
  readonly streamBytes: number;
  readonly events: number;
  readonly noiseBytes: number;
  readonly damageCount: number;
}

/** One way of showing a stream: takes what the decoder finds, in stream order, then `end` once. */
export interface StreamView extends DecoderSink {
  end(facts: StreamFacts): void;
}
