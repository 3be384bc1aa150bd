import { junitWriter, type JunitWriterOptions } from './junit-writer';
import type { ReportAttempt, ReportFile, ReportSuite, ReportTest } from './report-to-write';
import { FALLBACK_MICROS, readReport, verdicts } from './testing/read-report';

const SUITE: ReportSuite = {
  name: 'nightly & more',
  timestampMicros: FALLBACK_MICROS,
  tests: 1,
  failures: 0,
  errors: 0,
  skipped: 0,
  seconds: 2.5,
  properties: [['branch', 'a"b\n']],
};

const file = (name: string, content: string | Uint8Array, contentType: string | null = 'text/plain'): ReportFile => ({
  name,
  contentType,
  content: Buffer.from(content),
});

function attempt(status: ReportAttempt['status'], more: Partial<ReportAttempt> = {}): ReportAttempt {
  return { status, startMicros: FALLBACK_MICROS, stopMicros: FALLBACK_MICROS + 250_000, tags: [], files: [], ...more };
}

function write(tests: readonly ReportTest[], options?: JunitWriterOptions, runFiles: readonly ReportFile[] = []) {
  const writer = junitWriter(SUITE, options);
  const text = [writer.begin(), ...tests.map((test) => writer.test(test)), writer.end(runFiles)].join('');
  return { text, replaced: writer.replaced, read: readReport(text) };
}

describe('what is written', () => {
  it('should have the form that Jenkins knows', () => {
    const files = [
      file('traceback', 'Traceback (most recent call last):\n  x\nValueError: <no> & "yes"\n'),
      file('log', 'l'),
    ];
    expect(write([{ id: 'a.b.c[x]', attempts: [attempt('fail', { files, tags: ['slow', 'w-1'] })] }]).text).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="1" failures="0" errors="0" time="2.500">
<testsuite name="nightly &amp; more" tests="1" failures="0" errors="0" skipped="0" time="2.500" timestamp="2026-09-01T03:17:00.000000Z">
<properties>
<property name="branch" value="a&quot;b&#10;"/>
</properties>
<testcase classname="a.b" name="c[x]" time="0.250" group="slow,w-1">
<failure message="ValueError: &lt;no&gt; &amp; &quot;yes&quot;" type="ValueError">Traceback (most recent call last):
  x
ValueError: &lt;no&gt; &amp; "yes"
</failure>
<system-out>---- log
l</system-out>
</testcase>
</testsuite>
</testsuites>
`,
    );
  });

  it.each<[string, ReportAttempt['status'][]]>([
    ['success', ['success']],
    ['fail', ['fail']],
    ['skip', ['skip']],
    ['xfail', ['xfail']],
    ['uxsuccess', ['uxsuccess']],
    ['inprogress', ['inprogress']],
    ['a flaky test', ['fail', 'fail', 'success']],
    ['a flaky test that was expected to fail', ['uxsuccess', 'xfail']],
    ['a test that always failed', ['fail', 'uxsuccess', 'fail']],
    ['a test that failed in the end', ['success', 'fail']],
    ['a test that passed twice', ['success', 'success']],
  ])('should be read again as it was: %s', (_, statuses) => {
    const { read } = write([{ id: 'a.b', attempts: statuses.map((status) => attempt(status)) }]);
    expect(verdicts(read)).toEqual(statuses.map((status) => `a.b ${status}`));
    expect(read.damage).toEqual([]);
  });

  it('should keep the times of all attempts in the extended form', () => {
    const attempts = [1, 2, 3].map((at) =>
      attempt(at < 3 ? 'fail' : 'success', {
        startMicros: FALLBACK_MICROS + at * 10_000_000,
        stopMicros: FALLBACK_MICROS + at * 11_000_000 + 1,
      }),
    );
    const { read, text } = write([{ id: 'a.b', attempts }], { form: 'extended' });
    expect(read.attempts.map(({ start, seconds }) => [start, seconds])).toEqual([
      [10, 1.000001],
      [20, 2.000001],
      [30, 3.000001],
    ]);
    expect(text).toContain('<flakyFailure message="The test failed." type="failure" time="1.000001"');
    expect(write([{ id: 'a.b', attempts }]).text).not.toContain('timestamp="2026-09-01T03:17:1');
  });

  it('should leave a duration out that is none', () => {
    const backwards = attempt('success', { stopMicros: FALLBACK_MICROS - 1 });
    const { read } = write([
      { id: 'a', attempts: [backwards] },
      { id: 'b', attempts: [attempt('success', { startMicros: null })] },
    ]);
    expect(read.attempts.map(({ seconds }) => seconds)).toEqual([null, null]);
    expect(read.damage).toEqual([]);
  });

  it('should keep files apart, and the text of each attempt with it', () => {
    const attempts = [
      attempt('fail', { files: [file('traceback', 'one'), file('stdout', 'out one')] }),
      attempt('fail', { files: [file('traceback', 'two'), file('stderr', 'err two\r\n')] }),
    ];
    const { read } = write([{ id: 'a.b', attempts }]);
    expect(read.attempts.map(({ files }) => files)).toEqual([
      { traceback: 'one', stdout: 'out one' },
      { traceback: 'two', stderr: 'err two\r\n' },
    ]);
  });

  it('should name files that are no text', () => {
    const { text } = write([{ id: 'a', attempts: [attempt('fail', { files: [file('shot', 'PNG', 'image/png')] })] }]);
    expect(text).toContain('[shot: image/png, 3 bytes, is not part of this report]');
  });

  it('should replace what XML cannot hold, and say so', () => {
    const files = [file('stdout', '\u001b[31mred\0 ]]> \ufffe \uffff é\n')];
    const { text, read, replaced } = write([{ id: 'a\u0001\ud800.b😀', attempts: [attempt('success', { files })] }]);
    expect(replaced).toBe(6);
    expect(text).toContain('<!-- 6 characters that XML cannot hold were replaced by U+FFFD. -->');
    expect(read.attempts[0]).toMatchObject({
      id: 'a\ufffd\ufffd.b😀',
      files: { stdout: '\ufffd[31mred\ufffd ]]> \ufffd \ufffd é\n' },
    });
    expect(read.damage).toEqual([]);
  });

  it('should keep the files of the run', () => {
    const { read } = write([], {}, [file('stdout', 'noise')]);
    expect(read.runFiles).toEqual({ 'nightly & more: stdout': 'noise' });
  });
});
