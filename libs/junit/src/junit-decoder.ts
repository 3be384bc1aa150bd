import type { Damage, DecoderSink, StreamDecoder, SubunitEvent } from '@testmetrics/subunit';
import { EMPTY_EVENT, TEXT_TYPE, type OpenFile } from './attempt-events';
import { ReportClock } from './report-clock';
import { TestCase, type OpenVerdict } from './test-case';
import { testIdOf } from './test-id';
import { TextPieces } from './text-pieces';
import { statusOfAttributes } from './verdict';
import { XmlReader, type XmlHandler } from './xml-reader';

export interface JunitDecoderOptions {
  /** When the first test began, where the report names no time at all. */
  readonly fallbackStartMicros: number;
}

type Attributes = Readonly<Record<string, string>>;

/** An element that is open: what its text belongs to, and what happens where it closes. */
interface Frame {
  readonly name: string;
  readonly text?: OpenFile;
  readonly verdict?: OpenVerdict;
  readonly close?: () => void;
}

/**
 * Reads JUnit XML and gives the events that a subunit stream of the same run would hold.
 *
 * A report that ends early or is not well-formed gives what stands before the fault, leaves the test in which it happens
 * unfinished, and reports the place as damage. Several reports may follow each other.
 */
export class JunitDecoder implements StreamDecoder, XmlHandler {
  private readonly reader = new XmlReader(this);
  private readonly clock: ReportClock;
  private readonly frames: Frame[] = [];
  private readonly suites: string[] = [];
  private test: TestCase | null = null;

  constructor(
    private readonly sink: DecoderSink,
    { fallbackStartMicros }: JunitDecoderOptions,
  ) {
    this.clock = new ReportClock(fallbackStartMicros, (message) => this.complain('bad_time', message));
  }

  /** Whole reports found so far; with none there is nothing to say about a run, not even that it had no tests. */
  get reports(): number {
    return this.reader.documents;
  }

  push(chunk: Uint8Array): void {
    this.reader.push(chunk);
  }

  end(): void {
    this.reader.end();
    for (const { text, verdict } of this.frames.reverse()) {
      if (verdict === undefined) text?.finish();
      else verdict.breakOff();
    }
    this.test?.breakOff();
  }

  onDamage(damage: Damage): void {
    this.sink.onDamage(damage);
  }

  emit(event: SubunitEvent): void {
    this.sink.onEvent(event, this.reader.elementOffset);
  }

  text(text: string): void {
    const frame = this.frames.at(-1);
    // White space between elements is indentation.
    if (frame?.verdict === undefined || text.trim() !== '') frame?.text?.add(text);
  }

  openElement(name: string, attributes: Attributes): void {
    const parent = this.frames.at(-1);
    if (parent === undefined && name !== 'testsuites' && name !== 'testsuite') {
      this.reader.fail('bad_xml', `expected an element testsuites or testsuite, found ${name.slice(0, 80)}`);
    }
    const frame =
      this.test === null ? this.openInSuite(name, attributes) : this.openInTest(this.test, name, attributes);
    this.frames.push(frame);
  }

  closeElement(): void {
    const frame = this.frames.pop();
    frame?.text?.finish();
    frame?.close?.();
  }

  private openInSuite(name: string, attributes: Attributes): Frame {
    switch (name) {
      case 'testsuites':
        this.clock.enterSuite(attributes);
        return { name };
      case 'testsuite':
        this.clock.enterSuite(attributes);
        this.suites.push(attributes['name'] ?? '');
        return { name, close: () => void this.suites.pop() };
      case 'testcase':
        return this.openTest(attributes);
      case 'failure':
      case 'error':
        return this.openSuiteFailure(name, attributes);
      case 'system-out':
        return { name, text: this.suiteOutput('stdout') };
      case 'system-err':
        return { name, text: this.suiteOutput('stderr') };
      default:
        return { name };
    }
  }

  private openTest(attributes: Attributes): Frame {
    const { name = null, classname: className = attributes['class'] ?? null } = attributes;
    if (name === null || name === '') this.complain('bad_name', 'testcase: expected a name, found none');
    const test = new TestCase(
      {
        id: testIdOf({ name, className, suites: this.suites }) || 'testcase',
        tags: tagsOf(attributes['group']),
        times: this.clock.test(attributes),
        status: statusOfAttributes(attributes),
      },
      this,
    );
    this.test = test;
    return { name: 'testcase', close: () => this.closeTest(test) };
  }

  private closeTest(test: TestCase): void {
    this.test = null;
    test.end();
  }

  /** A failure outside any test would be lost, and the run would look good: the suite is taken for a test. */
  private openSuiteFailure(name: string, attributes: Attributes): Frame {
    const id = testIdOf({ name: null, className: null, suites: this.suites }) || 'testsuite';
    const test = new TestCase({ id, tags: null, times: this.clock.test({}), status: 'fail' }, this);
    const verdict = test.verdict(name, statementOf(attributes));
    return { name, text: verdict, close: () => test.end() };
  }

  private openInTest(test: TestCase, name: string, attributes: Attributes): Frame {
    const verdict = this.frames.findLast((frame) => frame.verdict !== undefined)?.verdict;
    if (OTHER_ATTEMPTS.test(name)) return this.openAttempt(test, name, attributes);
    switch (name) {
      case 'failure':
      case 'error':
      case 'skipped':
        return openVerdict(name, test.verdict(name, statementOf(attributes)));
      case 'stackTrace':
        return { name, ...(verdict === undefined ? {} : { text: shared(verdict) }) };
      case 'system-out':
        return { name, text: (verdict ?? test).output('stdout') };
      case 'system-err':
        return { name, text: (verdict ?? test).output('stderr') };
      case 'property':
        return propertyOf(test, attributes);
      default:
        return { name };
    }
  }

  private openAttempt(test: TestCase, name: string, attributes: Attributes): Frame {
    const statement = statementOf(attributes);
    const times = this.clock.rerun(attributes);
    return openVerdict(name, name.startsWith('flaky') ? test.flaky(statement, times) : test.rerun(statement, times));
  }

  private suiteOutput(name: string): OpenFile {
    const suite = this.suites.filter((part) => part !== '').join('.');
    const fileName = suite === '' ? name : `${suite}: ${name}`;
    return new TextPieces((fileBytes, eof) =>
      this.emit({ ...EMPTY_EVENT, fileName, mimeType: TEXT_TYPE, fileBytes, eof }),
    );
  }

  private complain(code: 'bad_time' | 'bad_name', message: string): void {
    this.onDamage({ offset: this.reader.elementOffset, length: 0, code, message });
  }
}

const OTHER_ATTEMPTS = /^(?:flaky|rerun)(?:Failure|Error)$/;

function openVerdict(name: string, verdict: OpenVerdict): Frame {
  return { name, verdict, text: verdict };
}

/** The text of an element inside: it does not end with it. */
function shared(verdict: OpenVerdict): OpenFile {
  return { add: (text) => verdict.add(text), finish: () => undefined };
}

function statementOf(attributes: Attributes) {
  return { message: attributes['message'] ?? null, type: attributes['type'] ?? null };
}

/** `group`, in which surefire writes the categories of a test. */
function tagsOf(group: string | undefined): readonly string[] | null {
  const tags = (group ?? '').split(',').map((tag) => tag.trim());
  const named = [...new Set(tags.filter((tag) => tag !== ''))].sort();
  return named.length === 0 ? null : named;
}

/** The value is an attribute, or where it has several lines, the text. */
function propertyOf(test: TestCase, { name = '', value }: Attributes): Frame {
  let text = '';
  return {
    name: 'property',
    text: {
      add: (more) => {
        if (text.length < MAX_PROPERTY_CHARACTERS) text += more;
      },
      finish: () => test.property(name, value ?? text.trim()),
    },
  };
}

const MAX_PROPERTY_CHARACTERS = 64 * 1024;
