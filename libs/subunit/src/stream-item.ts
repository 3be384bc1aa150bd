import type { SubunitEvent } from './event';

/** A closed set: what can be wrong with bytes that look like a packet, a v1 directive or a JUnit report. */
export type DamageCode =
  | 'bad_version'
  | 'bad_length'
  | 'bad_checksum'
  | 'bad_field'
  | 'bad_text'
  | 'truncated'
  | 'bad_v1'
  | 'gzip_truncated'
  | 'gzip_corrupt'
  | 'gzip_trailing'
  | 'bad_xml'
  | 'xml_limit'
  | 'xml_doctype'
  | 'bad_time'
  | 'bad_name';

/** Bytes that are neither a good packet nor plain text, or a compressed stream that ends badly. */
export interface Damage {
  /** Bytes from the start of the decompressed stream. */
  readonly offset: number;
  readonly length: number;
  readonly code: DamageCode;
  /** What was expected and what was found, for a person. */
  readonly message: string;
}

/** One thing found in a stream, in stream order. */
export type StreamItem =
  | { readonly kind: 'event'; readonly offset: number; readonly event: SubunitEvent }
  /** Bytes outside packets. Neighbouring noise may come in several items. The bytes are a view: copy to keep. */
  | { readonly kind: 'noise'; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly kind: 'damage'; readonly damage: Damage };
