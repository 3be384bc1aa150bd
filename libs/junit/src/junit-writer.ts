import { formatMicros, isFailing } from '@testmetrics/domain';
import { outputElements, rerunElement, verdictOf } from './attempt-elements';
import type { ReportAttempt, ReportFile, ReportSuite, ReportTest } from './report-to-write';
import { splitTestId } from './test-id';
import { XmlText } from './xml-text';

export interface JunitWriterOptions {
  /**
   * `jenkins` (the default): valid against the schema of Jenkins' xUnit plugin (`junit-10.xsd`), in which tests have no
   * start. `extended`: also the start of every attempt and the duration of reruns, as cargo-nextest writes them.
   */
  readonly form?: 'jenkins' | 'extended';
}

/** Gives a report piece by piece: `begin` once, `test` for every test, `end` once. */
export function junitWriter(suite: ReportSuite, options: JunitWriterOptions = {}): JunitWriter {
  return new JunitWriter(suite, options);
}

/**
 * Writes one suite as JUnit XML.
 *
 * Attempts that only ever failed until the last take the form of Maven's surefire: `flakyFailure` before a success,
 * `rerunFailure` after a failure. Any other order of several attempts becomes several `testcase` of one name, as Gradle
 * writes them. Characters that XML cannot hold become U+FFFD; the end of the report and `replaced` say how many.
 */
export class JunitWriter {
  private readonly xml = new XmlText();
  private readonly isExtended: boolean;

  constructor(
    private readonly suite: ReportSuite,
    { form = 'jenkins' }: JunitWriterOptions,
  ) {
    this.isExtended = form === 'extended';
  }

  /** Characters replaced so far. */
  get replaced(): number {
    return this.xml.replaced;
  }

  begin(): string {
    const { xml, suite } = this;
    const { name, timestampMicros, tests, failures, errors, skipped, seconds } = suite;
    const counts = [
      xml.attribute('tests', String(tests)),
      xml.attribute('failures', String(failures)),
      xml.attribute('errors', String(errors)),
    ].join('');
    const details = [
      xml.attribute('skipped', String(skipped)),
      xml.attribute('time', formatSeconds(seconds)),
      xml.attribute('timestamp', timestampMicros === null ? null : formatMicros(timestampMicros)),
    ].join('');
    return (
      `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${counts}${xml.attribute('time', formatSeconds(seconds))}>\n` +
      `<testsuite${xml.attribute('name', name)}${counts}${details}>\n${this.properties()}`
    );
  }

  test({ id, attempts }: ReportTest): string {
    const last = attempts.at(-1);
    if (last === undefined) return '';
    const earlier = attempts.slice(0, -1);
    if (!earlier.every(({ status }) => isFailing(status))) {
      return attempts.map((attempt) => this.testcase(id, attempt, '')).join('');
    }
    if (isFailing(last.status) && attempts.length > 1) return this.rerunTest(id, attempts);
    const flaky = earlier.map((attempt) => rerunElement('flakyFailure', attempt, this.rerunTimes(attempt), this.xml));
    return this.testcase(id, last, flaky.join(''));
  }

  /** @param files - of the run itself */
  end(files: readonly ReportFile[] = []): string {
    const output = outputElements(files, null, this.xml);
    const { replaced } = this.xml;
    const note =
      replaced === 0 ? '' : `<!-- ${replaced} characters that XML cannot hold were replaced by U+FFFD. -->\n`;
    return `${output}${output === '' ? '' : '\n'}</testsuite>\n</testsuites>\n${note}`;
  }

  private rerunTest(id: string, [first, ...others]: readonly ReportAttempt[]): string {
    const reruns = others.map((attempt) => rerunElement('rerunFailure', attempt, this.rerunTimes(attempt), this.xml));
    return first === undefined ? '' : this.testcase(id, first, reruns.join(''));
  }

  private testcase(id: string, attempt: ReportAttempt, others: string): string {
    const { xml } = this;
    const { className, name } = splitTestId(id);
    const { tags, startMicros } = attempt;
    const attributes = [
      xml.attribute('classname', className),
      xml.attribute('name', name),
      xml.attribute('time', durationOf(attempt)),
      xml.attribute('group', tags.length === 0 ? null : tags.join(',')),
      xml.attribute('timestamp', this.isExtended && startMicros !== null ? formatMicros(startMicros) : null),
    ].join('');
    const { element, file } = verdictOf(attempt, xml);
    const output = outputElements(attempt.files, file, xml);
    if (element + others + output === '') return `<testcase${attributes}/>\n`;
    const lines = [element, others.trimEnd(), output].filter((line) => line !== '');
    return `<testcase${attributes}>\n${lines.join('\n')}\n</testcase>\n`;
  }

  private rerunTimes(attempt: ReportAttempt): string {
    if (!this.isExtended) return '';
    const { startMicros } = attempt;
    const start = this.xml.attribute('timestamp', startMicros === null ? null : formatMicros(startMicros));
    return this.xml.attribute('time', durationOf(attempt)) + start;
  }

  private properties(): string {
    const lines = Array.from(
      this.suite.properties,
      ([name, value]) => `<property${this.xml.attribute('name', name)}${this.xml.attribute('value', value)}/>\n`,
    );
    return lines.length === 0 ? '' : `<properties>\n${lines.join('')}</properties>\n`;
  }
}

function durationOf({ status, startMicros, stopMicros }: ReportAttempt): string | null {
  const ended = status !== 'inprogress' && status !== 'unknown';
  if (!ended || startMicros === null || stopMicros === null || stopMicros < startMicros) return null;
  return formatSeconds((stopMicros - startMicros) / 1e6);
}

function formatSeconds(seconds: number): string {
  return seconds.toFixed(6).replace(/0{1,3}$/, '');
}
