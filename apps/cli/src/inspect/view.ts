import type { StreamItem } from '@testmetrics/subunit';

/** What is known of a stream once it has been read to its end. */
export interface StreamFacts {
  readonly file: string;
  readonly format: 'v2' | 'v1' | 'unknown';
  readonly compressed: boolean;
  /** As they lie in the file. */
  readonly fileBytes: number;
  /** After decompression. */
  readonly streamBytes: number;
  readonly events: number;
  readonly noiseBytes: number;
  readonly damageCount: number;
}

/** One way of showing a stream. Items come in stream order; `end` comes once. */
export interface StreamView {
  /** @returns a promise where the reader of the output has to be waited for */
  item(item: StreamItem): Promise<void> | undefined;
  end(facts: StreamFacts): Promise<void>;
}
