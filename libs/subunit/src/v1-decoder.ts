import type { DecoderSink, StreamDecoder } from './decoder-sink';
import type { Status, SubunitEvent } from './event';
import { sortedSet } from './sorted-set';
import { plainBytes } from './plain-bytes';
import { readText } from './text';
import { BracketedDetails, type DetailsOutput, type DetailsReader } from './v1-details';
import { looksLikeDirective, parseDirective, type V1Directive } from './v1-directive';
import { LineCutter, type LineReceiver } from './v1-lines';
import { MultipartDetails } from './v1-multipart';
import { parseV1Time } from './v1-time';

const SIMPLE = ' [';
const MULTIPART = ' [ multipart';
const MIME_TYPES = { traceback: 'text/x-traceback; charset="utf8"', reason: 'text/plain', message: 'text/plain' };
const LF = 0x0a;

type Outcome = Extract<V1Directive, { kind: 'outcome' }>;

/**
 * Reads the line protocol, version 1, and gives the events that its conversion to version 2 would give: `inprogress`
 * where a test begins, one file event a detail, and the outcome with the tags in force.
 *
 * Lines that are no directive are noise. A test that the stream leaves open gets no outcome; where it ends within
 * details, what is there of them is given, and damage `truncated` without bytes. Without `time:` lines the events have
 * no time.
 */
export class V1Decoder implements StreamDecoder, LineReceiver, DetailsOutput {
  private readonly lines = new LineCutter(this);
  private lineOffset = 0;
  private line: Uint8Array = new Uint8Array(0);
  private test: string | null = null;
  private outcome: Outcome | null = null;
  private details: DetailsReader | null = null;
  private globalTags: ReadonlySet<string> = new Set();
  private testTags: ReadonlySet<string> | null = null;
  private timestampMicros: number | null = null;

  constructor(private readonly sink: DecoderSink) {}

  push(chunk: Uint8Array): void {
    this.lines.push(plainBytes(chunk));
  }

  end(): void {
    this.lines.end();
    if (this.details === null) return;
    this.details.breakOff();
    const message = `details of '${this.test?.slice(0, 80)}': expected ']', found the end of the stream`;
    this.sink.onDamage({ offset: this.lines.offset, length: 0, code: 'truncated', message });
  }

  get wantedBytes(): number {
    return this.details === null ? 0 : this.details.wanted;
  }

  takeBytes(bytes: Uint8Array): void {
    this.details?.takeBytes(bytes);
  }

  takeLine(line: Uint8Array, offset: number): void {
    this.line = line;
    this.lineOffset = offset;
    if (this.details === null) this.takeDirective(line);
    else if (this.details.takeLine(line)) this.finishTest(this.outcome?.status ?? 'fail');
  }

  takeLongLine(piece: Uint8Array, offset: number, isFirst: boolean): void {
    this.line = piece;
    this.lineOffset = offset;
    if (this.details === null) this.sink.onNoise(piece, offset);
    else this.details.takeLongLine(piece, isFirst);
  }

  onPiece(fileName: string, mimeType: string, fileBytes: Uint8Array, eof: boolean): void {
    this.emit({ testId: this.test, fileName, mimeType, fileBytes, eof });
  }

  onFault(message: string): void {
    this.sink.onDamage({ offset: this.lineOffset, length: this.line.length, code: 'bad_v1', message });
  }

  private takeDirective(line: Uint8Array): void {
    const isWhole = line[line.length - 1] === LF;
    const text = readText(line, 0, isWhole ? line.length - 1 : line.length);
    const directive = text === null ? null : parseDirective(text);
    if (directive !== null && this.obey(directive)) return;
    if (text === null && looksLikeDirective(line)) this.onFault('label: expected UTF-8 without NUL, found other bytes');
    else this.sink.onNoise(line, this.lineOffset);
  }

  /** @returns whether the directive means something here; if not, the line is text */
  private obey(directive: V1Directive): boolean {
    switch (directive.kind) {
      case 'test':
        return this.startTest(directive.label);
      case 'outcome':
        return this.takeOutcome(directive);
      case 'tags':
        this.changeTags(directive.added, directive.removed);
        return true;
      case 'time':
        this.setTime(directive.text);
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

  private setTime(text: string): void {
    const micros = parseV1Time(text);
    if (micros !== null) this.timestampMicros = micros;
    else this.onFault(`time: expected 'YYYY-MM-DD HH:MM:SS.ffffffZ', found '${text.slice(0, 80)}'`);
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
