import { readReport, verdicts } from './testing/read-report';

const suite = (content: string, attributes = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites><testsuite name="s"${attributes}>${content}</testsuite></testsuites>`;
const test = (content: string, attributes = ''): string =>
  suite(`<testcase classname="a" name="b"${attributes}>${content}</testcase>`);
const only = (content: string, attributes = '') => readReport(test(content, attributes)).attempts[0];

describe('statuses', () => {
  it.each([
    ['', '', 'success'],
    ['<failure/>', '', 'fail'],
    ['<error/>', '', 'fail'],
    ['<skipped/>', '', 'skip'],
    ['<skipped type="pytest.xfail"/>', '', 'xfail'],
    ['<failure/><skipped/>', '', 'fail'],
    ['<skipped/><error/>', '', 'fail'],
    ['', ' status="notrun"', 'skip'],
    ['', ' status="run" result="suppressed"', 'skip'],
    ['', ' status="failed"', 'fail'],
    ['<x:failure/>', '', 'fail'],
    ['<unknown><deeper/></unknown>', '', 'success'],
  ])('should read %j with %j as %s', (content, attributes, status) => {
    expect(only(content, attributes)?.status).toBe(status);
  });

  it('should take the failure of a suite for that of a test of its name', () => {
    const report = readReport(suite('<error message="cannot be loaded"/><testcase name="b"/>'));
    expect(verdicts(report)).toEqual(['s fail', 's.b success']);
    expect(report.attempts[0]?.files).toEqual({ traceback: 'cannot be loaded' });
  });

  it('should take a second test of the same id for another attempt', () => {
    const twice = '<testcase classname="a" name="b"><failure/></testcase><testcase classname="a" name="b"/>';
    expect(verdicts(readReport(suite(twice)))).toEqual(['a.b fail', 'a.b success']);
  });
});

describe('files', () => {
  it('should keep output, properties and several failures apart', () => {
    const files = only(
      '<properties><property name="owner" value="me"/><property name="n">two\nlines</property></properties>' +
        '<failure>one</failure><error>two</error><system-out>out 1\n</system-out><system-err>err</system-err>' +
        '<system-out><![CDATA[<out> 2]]></system-out>',
    )?.files;
    expect(files).toEqual({
      traceback: 'one',
      'traceback-1': 'two',
      stdout: 'out 1\n<out> 2',
      stderr: 'err',
      properties: 'owner=me\nn=two\nlines\n',
    });
  });

  it.each([
    ['message="assert 1 == 2">def test():\n>   assert 1 == 2', 'assert 1 == 2\n\ndef test():\n>   assert 1 == 2'],
    ['message="m" type="AssertionError">trace', 'AssertionError: m\n\ntrace'],
    ['message="m" type="a.B">a.B: m\n\tat c', 'a.B: m\n\tat c'],
    ['message="m" type="exit code 1">trace', 'm\n\ntrace'],
    ['message="Failed" type="">  got 1', '  got 1'],
    ['message="m" type="failure">\n  ', 'm'],
    ['type="a.B">', 'a.B'],
    ['>trace', 'trace'],
  ])('should put the message before the text of <failure %s', (failure, traceback) => {
    expect(only(`<failure ${failure}</failure>`)?.files).toEqual({ traceback });
  });

  it('should keep the output of a suite with the run', () => {
    const { runFiles } = readReport(suite('<system-out>all</system-out><properties><property name="a"/></properties>'));
    expect(runFiles).toEqual({ 's: stdout': 'all' });
  });

  it('should give long text in pieces without cutting a character', () => {
    const text = `x${'😀'.repeat(100_000)}`;
    expect(only(`<system-out>${text}</system-out>`)?.files['stdout']).toBe(text);
  });

  it('should take groups for tags', () => {
    expect(only('', ' group="slow, net,slow"')?.tags).toEqual(['net', 'slow']);
  });
});

describe('reruns', () => {
  const trace = (name: string, text: string) =>
    `<${name} message="m" type="E">\n  <stackTrace><![CDATA[${text}]]></stackTrace>\n  <system-out>out of ${text}</system-out>\n</${name}>`;

  it('should put flaky failures before the success', () => {
    const report = readReport(
      test(`${trace('flakyFailure', '1')}${trace('flakyError', '2')}<system-out>last</system-out>`, ' time="2"'),
    );
    expect(report.attempts.map(({ status, seconds, files }) => [status, seconds, files])).toEqual([
      ['fail', null, { traceback: 'E: m\n\n1', stdout: 'out of 1' }],
      ['fail', null, { traceback: 'E: m\n\n2', stdout: 'out of 2' }],
      ['success', 2, { stdout: 'last' }],
    ]);
  });

  it('should put reruns behind the failure, whose output may come last', () => {
    const report = readReport(
      test(
        `<failure>0</failure>${trace('rerunFailure', '1')}${trace('rerunError', '2')}<system-out>first</system-out>`,
      ),
    );
    expect(report.attempts.map(({ status, files }) => [status, files])).toEqual([
      ['fail', { traceback: '0', stdout: 'first' }],
      ['fail', { traceback: 'E: m\n\n1', stdout: 'out of 1' }],
      ['fail', { traceback: 'E: m\n\n2', stdout: 'out of 2' }],
    ]);
  });

  it('should hold no more than a megabyte of reruns back', () => {
    const long = 'x'.repeat(700_000);
    const many = [1, 2, 3].map(() => trace('rerunFailure', long)).join('');
    const report = readReport(test(`<failure>0</failure>${many}<system-out>late</system-out>`));
    expect(report.attempts.map(({ status }) => status)).toEqual(['fail', 'fail', 'fail', 'fail']);
    expect(report.runFiles).toEqual({ 'a.b: stdout': 'late' });
  });

  it('should read the times that cargo-nextest gives', () => {
    const report = readReport(
      test(
        '<flakyFailure timestamp="2026-09-01T03:17:10Z" time="1.5" type="E"/>',
        ' timestamp="2026-09-01T03:17:20Z" time="3"',
      ),
    );
    expect(report.attempts.map(({ start, seconds }) => [start, seconds])).toEqual([
      [10, 1.5],
      [20, 3],
    ]);
  });
});

describe('times', () => {
  const times = (report: string) => readReport(report).attempts.map(({ start, seconds }) => [start, seconds]);

  it('should let tests follow each other from the time of their suite', () => {
    const cases = '<testcase name="a" time="1.5"/><testcase name="b"/><testcase name="c" time="1,234.5"/>';
    expect(times(suite(cases, ' timestamp="2026-09-01T03:17:30"'))).toEqual([
      [30, 1.5],
      [31.5, null],
      [31.5, 1234.5],
    ]);
  });

  it('should begin where it is told where the report does not say, and go on from suite to suite', () => {
    const suites =
      '<testsuite name="x"><testcase name="a" time="1"/></testsuite><testsuite name="y"><testcase name="b" time="2"/></testsuite>';
    expect(times(`<testsuites>${suites}</testsuites>`)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('should mark what is no time, and keep the test', () => {
    const { attempts, damage } = readReport(
      suite(
        '<testcase name="a" time="NaN"/><testcase name="b" time="-1"/><testcase name="c" time="2"/>',
        ' timestamp="now"',
      ),
    );
    expect(attempts.map(({ status, seconds }) => [status, seconds])).toEqual([
      ['success', null],
      ['success', null],
      ['success', 2],
    ]);
    expect(damage.map(({ code }) => code)).toEqual(['bad_time', 'bad_time', 'bad_time']);
    expect(damage[1]?.message).toBe('time: expected seconds, found "NaN"; the test has no duration');
    expect(damage[1]?.offset).toBe(suite('', ' timestamp="now"').indexOf('</testsuite>'));
  });
});

describe('names', () => {
  it('should mark a test without a name', () => {
    const report = readReport(suite('<testcase classname="a"/>').replace('name="s"', ''));
    expect(verdicts(report)).toEqual(['a success']);
    expect(report.damage.map(({ code }) => code)).toEqual(['bad_name']);
  });

  it('should not stumble over the names of JavaScript', () => {
    const report = readReport(
      test('<__proto__/><constructor toString="1"/>', ' hasOwnProperty="1" __proto__="x" valueOf="y"'),
    );
    expect(report.damage.map(({ code }) => code)).toEqual(['bad_xml']);
  });
});

describe('several reports', () => {
  it('should read one behind the other', () => {
    const one = '<?xml version="1.0"?>\n<testsuite name="s"><testcase classname="a" name="b"/></testsuite>\n';
    const report = readReport(`${one}${one.replace('"b"', '"c"')}<!-- end -->\n`);
    expect(verdicts(report)).toEqual(['a.b success', 'a.c success']);
    expect(report.damage).toEqual([]);
  });

  it('should mark what stands behind a report and is none', () => {
    const report = readReport(`${test('')}\n<html/>`);
    expect(verdicts(report)).toEqual(['a.b success']);
    expect(report.damage[0]?.message).toContain('expected an element testsuites or testsuite, found html');
  });

  it('should know a whole report without tests', () => {
    expect(readReport('<testsuites/>')).toMatchObject({ format: 'junit', hasReport: true, attempts: [], damage: [] });
  });
});

describe('encodings', () => {
  const report =
    '<?xml version="1.0" encoding="ENC"?><testsuite name="s"><testcase classname="a" name="é€"/></testsuite>';
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(report.replace('ENC', 'utf-8'))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${report.replace('ENC', 'utf-8')}`)],
    ['UTF-16', Buffer.from(`\uFEFF${report.replace('ENC', 'utf-16')}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(report.replace('ENC', 'utf-16'), 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${report.replace('ENC', 'utf-16')}`, 'utf16le').swap16()],
    ['UTF-8 that claims to be UTF-16', Buffer.from(report.replace('ENC', 'utf-16'))],
    ['windows-1252', Buffer.from(report.replace('ENC', 'windows-1252').replace('€', '\u0080'), 'latin1')],
  ])('should read %s', (_, bytes) => {
    const read = readReport(bytes, [1, 2, 3, 5, 60]);
    expect(verdicts(read)).toEqual(['a.é€ success']);
    expect(read.damage).toEqual([]);
  });

  it('should replace what is no UTF-8 and say where', () => {
    const bytes = Buffer.from(report.replace('ENC', 'utf-8').replace('é€', 'é'), 'latin1');
    const read = readReport(bytes);
    expect(verdicts(read)).toEqual(['a.\uFFFD success']);
    expect(read.damage).toEqual([expect.objectContaining({ code: 'bad_text', offset: bytes.indexOf(0xe9) })]);
  });

  it('should say that it does not know an encoding', () => {
    const read = readReport(report.replace('ENC', 'klingon'));
    expect(verdicts(read)).toEqual(['a.é€ success']);
    expect(read.damage[0]?.message).toContain('klingon');
  });
});
