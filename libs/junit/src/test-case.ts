import { AttemptEvents, EMPTY_EVENT, TEXT_TYPE, TRACEBACK_TYPE, type EventSink, type OpenFile } from './attempt-events';
import { Explanation, type Statement } from './explanation';
import { HeldEvents } from './held-events';
import type { AttemptTimes } from './report-clock';
import { statusOfElement, worse, type ReportedStatus } from './verdict';

export interface TestCaseParts {
  readonly id: string;
  readonly tags: readonly string[] | null;
  readonly times: AttemptTimes;
  /** Where no element says anything. */
  readonly status: ReportedStatus;
}

/** A failure, error or skip, or a whole other attempt. */
export interface OpenVerdict extends OpenFile {
  /** Of an attempt of its own: `system-out`, `system-err`. */
  output(name: string): OpenFile;
  /** The report ends within it. */
  breakOff(): void;
}

/**
 * Turns one `testcase` into the events of its attempts.
 *
 * What it says of itself is one attempt. `flakyFailure` and `flakyError` are attempts before it, `rerunFailure` and `rerunError`
 * attempts after it. Output of the first attempt may stand behind its reruns, so these are held back up to a megabyte.
 */
export class TestCase {
  private readonly main: AttemptEvents;
  private readonly reruns: AttemptEvents;
  private readonly held: HeldEvents;
  private status: ReportedStatus;
  private hasEnded = false;
  private propertyLines = '';

  constructor(
    private readonly parts: TestCaseParts,
    private readonly sink: EventSink,
  ) {
    const { id, tags, status } = parts;
    this.status = status;
    this.held = new HeldEvents(sink);
    this.main = new AttemptEvents(id, tags, sink);
    this.reruns = new AttemptEvents(id, tags, this.held);
  }

  /** `failure`, `error` or `skipped`. */
  verdict(name: string, statement: Statement): OpenVerdict {
    this.status = worse(this.status, statusOfElement(name, statement.type));
    const events = this.begun();
    const file = name === 'skipped' ? events?.file('reason', TEXT_TYPE) : events?.file('traceback', TRACEBACK_TYPE);
    // The type of a skip is the tool's own word for skipping.
    const said = name === 'skipped' ? { ...statement, type: null } : statement;
    return new Verdict(said, file ?? this.late('traceback'), (output) => this.output(output));
  }

  output(name: string): OpenFile {
    return this.begun()?.output(name) ?? this.late(name);
  }

  /** An attempt before the one that the test itself tells of. */
  flaky(statement: Statement, times: AttemptTimes): OpenVerdict {
    // Output of the test should not stand before this; where it does, it is taken for this attempt's.
    if (!this.main.open) this.main.begin(times);
    return this.otherAttempt(this.main, statement);
  }

  /** An attempt after it. */
  rerun(statement: Statement, times: AttemptTimes): OpenVerdict {
    if (this.held.isFull) this.endMain();
    this.reruns.begin(times);
    return this.otherAttempt(this.reruns, statement);
  }

  property(name: string, value: string): void {
    if (this.propertyLines.length < MAX_PROPERTY_CHARACTERS) this.propertyLines += `${name}=${value}\n`;
  }

  end(): void {
    this.endMain();
  }

  /** The report ends within the test: what is known of it is given, and it stays unfinished. */
  breakOff(): void {
    if (this.held.isEmpty) this.begun();
    else this.endMain();
  }

  private otherAttempt(events: AttemptEvents, statement: Statement): OpenVerdict {
    const status = statusOfElement('failure', statement.type);
    return new Verdict(
      statement,
      events.file('traceback', TRACEBACK_TYPE),
      (name) => events.output(name),
      () => events.end(status === 'unfinished' ? 'fail' : status),
    );
  }

  private begun(): AttemptEvents | null {
    if (this.hasEnded) return null;
    if (!this.main.open) this.main.begin(this.parts.times);
    return this.main;
  }

  private endMain(): void {
    const events = this.begun();
    if (events === null) return;
    this.hasEnded = true;
    if (this.propertyLines !== '') {
      const file = events.file('properties', TEXT_TYPE);
      file.add(this.propertyLines);
      file.finish();
    }
    if (this.status !== 'unfinished') events.end(this.status);
    this.held.release();
  }

  /** Only behind more than a megabyte of reruns: the first attempt is over, so what is still told of it goes to the run. */
  private late(name: string): OpenFile {
    const events = new AttemptEvents(this.parts.id, null, {
      emit: (event) =>
        this.sink.emit({ ...EMPTY_EVENT, ...event, testId: null, fileName: `${this.parts.id}: ${name}` }),
    });
    return events.output(name);
  }
}

const MAX_PROPERTY_CHARACTERS = 64 * 1024;

class Verdict implements OpenVerdict {
  private readonly explanation: Explanation;

  constructor(
    statement: Statement,
    private readonly file: OpenFile,
    readonly output: (name: string) => OpenFile,
    private readonly onFinished: () => void = () => undefined,
  ) {
    this.explanation = new Explanation(statement, (text) => this.file.add(text));
  }

  add(text: string): void {
    this.explanation.add(text);
  }

  finish(): void {
    this.breakOff();
    this.onFinished();
  }

  breakOff(): void {
    this.explanation.finish();
    this.file.finish();
  }
}
