import type { DecoderSink, StreamDecoder } from './decoder-sink';
import type { Status, SubunitEvent } from './event';
import { sortedSet } from './packet-parser';
import { readText } from './text';
import { BracketedDetails, type DetailsOutput, type DetailsReader } from './v1-details';
import { parseDirective, parseV1Time, type V1Directive } from './v1-directive';
import { MultipartDetails } from './v1-multipart';

const LF = 0x0a;
/** A longer line is no directive; it is given on in pieces, so that memory stays bounded. */
const MAX_LINE_BYTES = 4 << 20;
const SIMPLE = ' [';
const MULTIPART = ' [ multipart';
const MIME_TYPES = { traceback: 'text/x-traceback; charset="utf8"', reason: 'text/plain', message: 'text/plain' };

type Outcome = Extract<V1Directive, { kind: 'outcome' }>;

/**
 * Reads the line protocol, version 1, and gives the events that its conversion to version 2 would give: `inprogress`
 * where a test begins, one file event a detail, and the outcome with the tags in force.
 *
 * Lines that are no directive are noise. A test that the stream leaves open gets no outcome. Without `time:` lines the
 * events have no time.
 */
export class V1Decoder implements StreamDecoder, DetailsOutput {
  private held: Uint8Array[] = [];
  private heldBytes = 0;
  /** Stream offset of the next byte to read. */
  private offset = 0;
  private lineOffset = 0;
  /** Inside a line that was too long to be a directive. */
  private isLongLine = false;
  private test: string | null = null;
  private outcome: Outcome | null = null;
  private details: DetailsReader | null = null;
  private globalTags: ReadonlySet<string> = new Set();
  private testTags: ReadonlySet<string> | null = null;
  private timestampMicros: number | null = null;

  constructor(private readonly sink: DecoderSink) {}

  push(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length)
      at += this.details?.wanted ? this.takeChunkBytes(chunk, at) : this.takeLineBytes(chunk, at);
  }

  end(): void {
    if (this.heldBytes === 0) return;
    const rest = this.takeHeld();
    const directive = this.details === null ? parseDirective(readText(rest, 0, rest.length) ?? '') : null;
    if (directive?.kind === 'outcome' && directive.label === this.test) this.finishTest(directive.status);
    else this.sink.onNoise(rest, this.lineOffset);
  }

  private takeChunkBytes(chunk: Uint8Array, at: number): number {
    const details = this.details as DetailsReader;
    const bytes = chunk.subarray(at, at + details.wanted);
    details.takeBytes(bytes);
    this.offset += bytes.length;
    return bytes.length;
  }

  private takeLineBytes(chunk: Uint8Array, at: number): number {
    if (this.heldBytes === 0) this.lineOffset = this.offset;
    const lineFeed = chunk.indexOf(LF, at);
    const bytes = chunk.subarray(at, lineFeed === -1 ? chunk.length : lineFeed + 1);
    this.offset += bytes.length;
    if (lineFeed !== -1) this.takeLine(this.heldBytes === 0 ? bytes : this.joinHeld(bytes));
    else this.hold(bytes);
    return bytes.length;
  }

  private hold(bytes: Uint8Array): void {
    this.held.push(bytes.slice());
    this.heldBytes += bytes.length;
    if (this.heldBytes < MAX_LINE_BYTES) return;
    this.isLongLine = true;
    this.takeText(this.takeHeld());
  }

  private joinHeld(last: Uint8Array): Uint8Array {
    this.held.push(last);
    this.heldBytes += last.length;
    return this.takeHeld();
  }

  private takeHeld(): Uint8Array {
    const whole = new Uint8Array(this.heldBytes);
    let at = 0;
    for (const part of this.held) {
      whole.set(part, at);
      at += part.length;
    }
    this.held = [];
    this.heldBytes = 0;
    return whole;
  }

  /** A piece of a line that is too long to mean anything: text, or content of details. */
  private takeText(bytes: Uint8Array): void {
    if (this.details === null) this.sink.onNoise(bytes, this.lineOffset);
    else this.details.takeLine(bytes);
  }

  private takeLine(line: Uint8Array): void {
    if (this.isLongLine) {
      this.isLongLine = false;
      this.takeText(line);
    } else if (this.details !== null) {
      if (this.details.takeLine(line)) this.finishTest(this.outcome?.status ?? 'fail');
    } else {
      this.takeDirective(line);
    }
  }

  private takeDirective(line: Uint8Array): void {
    const text = readText(line, 0, line.length - 1);
    const directive = text === null ? null : parseDirective(text);
    if (directive !== null && this.obey(directive, line)) return;
    if (text === null && looksLikeDirective(line))
      this.damaged(line, 'label: expected UTF-8 without NUL, found other bytes');
    else this.sink.onNoise(line, this.lineOffset);
  }

  /** @returns whether the directive means something here; if not, the line is text */
  private obey(directive: V1Directive, line: Uint8Array): boolean {
    switch (directive.kind) {
      case 'test':
        return this.startTest(directive.label);
      case 'outcome':
        return this.takeOutcome(directive);
      case 'tags':
        this.changeTags(directive.added, directive.removed);
        return true;
      case 'time':
        this.setTime(directive.text, line);
        return true;
      case 'progress':
        return true;
    }
  }

  private startTest(label: string): boolean {
    if (this.test !== null) return false;
    this.test = label;
    this.testTags = null;
    this.emit({ testId: label, status: 'inprogress' });
    return true;
  }

  private takeOutcome(outcome: Outcome): boolean {
    if (this.test === null) return false;
    if (outcome.label === this.test) {
      this.finishTest(outcome.status);
      return true;
    }
    if (outcome.label === this.test + SIMPLE) {
      this.details = new BracketedDetails(outcome.detail, MIME_TYPES[outcome.detail], this);
    } else if (outcome.label === this.test + MULTIPART) {
      this.details = new MultipartDetails(this);
    } else {
      return false;
    }
    this.outcome = outcome;
    return true;
  }

  private finishTest(status: Status): void {
    const tags = sortedSet([...(this.testTags ?? this.globalTags)]);
    this.emit({ testId: this.test, status, tags: tags.length === 0 ? null : tags });
    this.test = this.outcome = this.details = this.testTags = null;
  }

  private changeTags(added: readonly string[], removed: readonly string[]): void {
    const tags = new Set([...(this.testTags ?? this.globalTags), ...added]);
    for (const tag of removed) tags.delete(tag);
    if (this.test === null) this.globalTags = tags;
    else this.testTags = tags;
  }

  private setTime(text: string, line: Uint8Array): void {
    const micros = parseV1Time(text);
    if (micros !== null) this.timestampMicros = micros;
    else this.damaged(line, `time: expected 'YYYY-MM-DD HH:MM:SS.ffffffZ', found '${text.slice(0, 80)}'`);
  }

  onPiece(fileName: string, mimeType: string, fileBytes: Uint8Array, eof: boolean): void {
    this.emit({ testId: this.test, fileName, mimeType, fileBytes, eof });
  }

  onFault(message: string): void {
    this.sink.onDamage({ offset: this.lineOffset, length: this.offset - this.lineOffset, code: 'bad_v1', message });
  }

  private damaged(line: Uint8Array, message: string): void {
    this.sink.onDamage({ offset: this.lineOffset, length: line.length, code: 'bad_v1', message });
  }

  private emit(event: Partial<SubunitEvent>): void {
    this.sink.onEvent({ ...EMPTY_EVENT, timestampMicros: this.timestampMicros, ...event }, this.lineOffset);
  }
}

const EMPTY_EVENT: SubunitEvent = {
  testId: null,
  status: null,
  tags: null,
  runnable: true,
  fileName: null,
  fileBytes: null,
  mimeType: null,
  eof: false,
  routeCode: null,
  timestampMicros: null,
};

/** The keyword and its blank are ASCII, so that they can be looked at where the label is no text. */
function looksLikeDirective(line: Uint8Array): boolean {
  const head = String.fromCharCode(...line.subarray(0, 16).filter((byte) => byte > 0 && byte < 0x80));
  return /^(test|testing|success|successful|failure|error|skip|xfail|uxsuccess):? /.test(head);
}
