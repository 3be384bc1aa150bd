import { Decoder, type DecoderSink, type StreamDecoder } from '@testmetrics/subunit';
import { JunitDecoder, type JunitDecoderOptions } from './junit-decoder';
import { reportFormat, REPORT_LOOK_AHEAD_BYTES } from './report-format';

/** What a run can come as. */
export type RunFormat = 'v2' | 'v1' | 'junit';

const EMPTY = new Uint8Array(0);

/** Decodes a run in any form that is accepted, found by content: a JUnit report, else a subunit stream. Gzip has to be undone before. */
export class RunDecoder implements StreamDecoder {
  private junit: JunitDecoder | null = null;
  private subunit: Decoder | null = null;
  private held: Uint8Array = EMPTY;

  constructor(
    private readonly sink: DecoderSink,
    private readonly options: JunitDecoderOptions,
  ) {}

  /** The form, once it is decided. */
  get format(): RunFormat | null {
    return this.junit === null ? (this.subunit?.format ?? null) : 'junit';
  }

  /** A whole report was read, be it one without tests. */
  get hasReport(): boolean {
    return this.junit !== null && this.junit.reports > 0;
  }

  push(chunk: Uint8Array): void {
    const chosen = this.junit ?? this.subunit;
    if (chosen !== null) return chosen.push(chunk);
    const bytes = this.hold(chunk);
    const found = reportFormat(bytes);
    if (found !== 'open') this.choose(found, bytes);
  }

  end(): void {
    const chosen = this.junit ?? this.subunit ?? this.choose('other', this.held);
    chosen.end();
  }

  private hold(chunk: Uint8Array): Uint8Array {
    if (this.held.length === 0 && chunk.length >= REPORT_LOOK_AHEAD_BYTES) return chunk;
    const bytes = new Uint8Array(this.held.length + chunk.length);
    bytes.set(this.held);
    bytes.set(chunk, this.held.length);
    this.held = bytes;
    return bytes;
  }

  private choose(found: 'junit' | 'other', bytes: Uint8Array): StreamDecoder {
    const chosen =
      found === 'junit'
        ? (this.junit = new JunitDecoder(this.sink, this.options))
        : (this.subunit = new Decoder(this.sink));
    this.held = EMPTY;
    chosen.push(bytes);
    return chosen;
  }
}
