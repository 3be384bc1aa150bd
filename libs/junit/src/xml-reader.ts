import type { Damage, DamageCode } from '@testmetrics/subunit';
import sax from 'sax';
import { XmlBytes, type Segment } from './xml-bytes';

/** Elements within each other. Suites in suites are seldom deeper than ten. */
const MAX_DEPTH = 100;
const MAX_ATTRIBUTES = 200;
/** Characters of one attribute, name, comment, or the like; text has no limit, it is given on in pieces. */
const MAX_CHARACTERS = 1024 * 1024;

// The library bounds what it holds, for all parsers of a process.
(sax as unknown as { MAX_BUFFER_LENGTH: number }).MAX_BUFFER_LENGTH = MAX_CHARACTERS;

const OPTIONS: sax.SAXOptions & { readonly strictEntities: boolean } = { strictEntities: true };

/** Faults that make some characters wrong and no element: what follows can be trusted. */
const HARMLESS = /^(?:Invalid character entity|Invalid character in entity name|Unencoded <)/;

/** Receives what an XML reader finds. */
export interface XmlHandler {
  openElement(name: string, attributes: Readonly<Record<string, string>>): void;
  closeElement(name: string): void;
  /** Neighbouring text may come in several pieces. */
  text(text: string): void;
  onDamage(damage: Damage): void;
}

/**
 * Reads one XML document or several behind each other, and holds no more of them than an attribute.
 *
 * No entity is ever expanded but the five of XML itself and characters by number; a document type definition ends the
 * reading. So does anything else that is not well-formed, except for stray `&` and `<`. What follows is left out.
 */
export class XmlReader {
  private readonly bytes: XmlBytes;
  private parser = this.newParser(null);
  private segment: Segment = { text: '', offsetOf: () => 0 };
  /** Of the parser's count of characters, where the segment's text begins. */
  private segmentStart = 0;
  private depth = 0;
  private attributes = 0;
  private tagOffset = 0;
  private stop: Omit<Damage, 'length'> | null = null;
  private hasEnded = false;
  private roots = 0;

  constructor(private readonly handler: XmlHandler) {
    this.bytes = new XmlBytes({
      take: (segment) => this.read(segment),
      onProblem: (code, message, offset) => this.handler.onDamage({ offset, length: 0, code, message }),
    });
  }

  /** Of the tag that is being handled: bytes from the start of the stream. */
  get elementOffset(): number {
    return this.tagOffset;
  }

  /** Documents read to the end of their root element. */
  get documents(): number {
    return this.roots;
  }

  push(chunk: Uint8Array): void {
    this.bytes.push(chunk);
  }

  end(): void {
    this.bytes.end();
    if (this.stop === null) this.checkEnd();
    if (this.stop === null) return;
    const { offset } = this.stop;
    this.handler.onDamage({ ...this.stop, length: Math.max(0, this.bytes.count - offset) });
  }

  /** Ends the reading, for whoever handles the elements. */
  fail(code: DamageCode, message: string): never {
    throw this.stopped(code, message, this.tagOffset);
  }

  private read(segment: Segment): void {
    let { text } = segment;
    let skipped = 0;
    while (this.stop === null && text !== '') {
      this.segment = skipped === 0 ? segment : shifted(segment, skipped);
      this.segmentStart = this.parser.position;
      const consumed = this.write(text);
      skipped += consumed;
      text = text.slice(consumed);
    }
  }

  /** @returns how many characters were read: all of them, unless the document ends before */
  private write(text: string): number {
    try {
      this.parser.write(text);
      return text.length;
    } catch (error) {
      if (error === DOCUMENT_END) {
        const consumed = this.parser.position - this.segmentStart;
        this.parser = this.newParser(this.parser);
        return consumed;
      }
      if (!(error instanceof Stopped)) this.stopped('bad_xml', 'expected XML, found what cannot be read', this.offset);
      return text.length;
    }
  }

  private get offset(): number {
    return this.segment.offsetOf(Math.max(0, this.parser.position - this.segmentStart));
  }

  private newParser(before: sax.SAXParser | null): sax.SAXParser {
    const parser = new sax.SAXParser(true, OPTIONS);
    if (before !== null) {
      parser.line = before.line;
      parser.column = before.column;
    }
    parser.onerror = (error) => this.onError(error);
    parser.ondoctype = (doctype) => this.checkDoctype(doctype);
    parser.onopentagstart = ({ name }) => {
      this.attributes = 0;
      this.tagOffset = Math.max(0, this.offset - name.length - 2);
    };
    parser.onattribute = () => this.countAttribute();
    parser.onopentag = ({ name, attributes }) => this.open(name, attributes as Record<string, string>);
    parser.onclosetag = (name) => this.close(name);
    parser.ontext = (text) => this.giveText(text);
    parser.oncdata = (text) => this.giveText(text);
    return parser;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.fail('xml_limit', `expected at most ${MAX_DEPTH} elements within each other`);
    this.handler.openElement(localName(name), attributes);
  }

  private close(name: string): void {
    this.depth -= 1;
    this.handler.closeElement(localName(name));
    if (this.depth > 0) return;
    this.roots += 1;
    throw DOCUMENT_END;
  }

  private giveText(text: string): void {
    if (this.depth > 0) this.handler.text(text);
  }

  private countAttribute(): void {
    this.attributes += 1;
    if (this.attributes > MAX_ATTRIBUTES) this.fail('xml_limit', `expected at most ${MAX_ATTRIBUTES} attributes`);
  }

  private checkDoctype(doctype: string): void {
    if (doctype.includes('[')) throw this.stopped('xml_doctype', DOCTYPE_MESSAGE, this.offset);
  }

  private onError(error: Error): void {
    const reason = error.message.split('\n')[0] ?? '';
    // The end has checks of its own.
    if (this.hasEnded) return;
    if (HARMLESS.test(reason)) {
      this.parser.resume();
      this.handler.onDamage({ offset: this.offset, length: 0, code: 'bad_xml', message: this.placed(reason) });
      return;
    }
    if (reason.startsWith('Max buffer length exceeded: doctype')) {
      throw this.stopped('xml_doctype', DOCTYPE_MESSAGE, this.offset);
    }
    if (reason.startsWith('Max buffer length exceeded')) {
      const what = reason.slice(reason.indexOf(':') + 2);
      throw this.stopped('xml_limit', `expected at most ${MAX_CHARACTERS} characters of ${what}`, this.offset);
    }
    throw this.stopped('bad_xml', `expected well-formed XML, found: ${reason}`, this.offset);
  }

  private stopped(code: DamageCode, message: string, offset: number): Stopped {
    this.stop = { offset, code, message: `${this.placed(message)}; what follows was not read` };
    return new Stopped(message);
  }

  private placed(message: string): string {
    return `line ${this.parser.line + 1}, column ${this.parser.column}: ${message}`;
  }

  /** What the document still lacks; text that is already there is given on. */
  private checkEnd(): void {
    this.hasEnded = true;
    const { parser } = this;
    parser.flush();
    const isPlainEnd = this.depth === 0 && BETWEEN_DOCUMENTS.has((parser as unknown as { state: number }).state);
    if (isPlainEnd && this.roots > 0) return;
    const place = `line ${parser.line + 1}, column ${parser.column}`;
    const message = `${place}: expected more of an XML document, found the end of the report`;
    this.stop = { offset: this.bytes.count, code: 'truncated', message };
  }
}

const DOCTYPE_MESSAGE =
  'expected no document type definition (<!DOCTYPE … [ … ]>), found one; none is ever read, because entities can expand without end';

/** Ends the reading of a chunk from inside the library's callbacks. */
class Stopped extends Error {}

const DOCUMENT_END = new Stopped('the root element was closed');

const { STATE } = sax as unknown as { readonly STATE: Readonly<Record<string, number>> };
const BETWEEN_DOCUMENTS = new Set([STATE['BEGIN'], STATE['BEGIN_WHITESPACE'], STATE['TEXT']]);

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function shifted(segment: Segment, by: number): Segment {
  return { text: segment.text.slice(by), offsetOf: (index) => segment.offsetOf(index + by) };
}
