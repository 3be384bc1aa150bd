import { Random } from '@testmetrics/subunit/testing';
import { readReport, verdicts, type ReadReport } from './testing/read-report';

const REPORT = Buffer.from(
  `<?xml version="1.0"?>\n<!-- é --><testsuites><testsuite name="s" timestamp="2026-09-01T03:17:00Z">
  <testcase classname="a" name="ok" time="1.5"><system-out>öut &amp; <![CDATA[<b>]]></system-out></testcase>
  <testcase classname="a" name="bad" time="2"><failure message="m &lt; n" type="E">trace &#xe9;</failure>
    <rerunFailure type="E"><stackTrace>again</stackTrace></rerunFailure></testcase>
  <testcase classname="a" name="flaky"><flakyError type="E">once</flakyError></testcase>
</testsuite></testsuites>\n`,
);
const WHOLE = readReport(REPORT);

describe('a report that comes in pieces', () => {
  it('should be read as a whole one', () => {
    expect(verdicts(WHOLE)).toEqual(['a.ok success', 'a.bad fail', 'a.bad fail', 'a.flaky fail', 'a.flaky success']);
    expect(WHOLE.damage).toEqual([]);
  });

  it('should be the same wherever it is cut in two', () => {
    for (let cut = 1; cut < REPORT.length; cut++) expect(readReport(REPORT, [cut])).toEqual(WHOLE);
  });

  it('should be the same byte by byte', () => {
    expect(readReport(REPORT, Array.from(REPORT.keys()).slice(1))).toEqual(WHOLE);
  });
});

describe('a report that is cut', () => {
  it('should give what stands before the cut, and mark it', () => {
    const begin = REPORT.indexOf('<testsuites>') + '<testsuites>'.length;
    const end = REPORT.indexOf('</testsuites>') + '</testsuites>'.length;
    for (let length = begin; length < end; length++) {
      const { format, damage, attempts } = readReport(REPORT.subarray(0, length));
      expect(format).toBe('junit');
      expect(damage).toEqual([expect.objectContaining({ code: 'truncated', offset: length, length: 0 })]);
      const ended = attempts.filter(({ status }) => status !== 'inprogress');
      expect(ended).toEqual(WHOLE.attempts.slice(0, ended.length));
      expect(attempts.length - ended.length).toBeLessThanOrEqual(1);
    }
  });

  it('should keep the text of the test in which it is cut', () => {
    const { attempts } = readReport(REPORT.subarray(0, REPORT.indexOf('ut &amp;')));
    expect(attempts).toEqual([expect.objectContaining({ id: 'a.ok', status: 'inprogress', files: { stdout: 'ö' } })]);
  });

  it('should be no report before its root element', () => {
    for (let length = 0; length < REPORT.indexOf('<testsuites>'); length++) {
      expect(readReport(REPORT.subarray(0, length)).hasReport).toBe(false);
    }
  });
});

describe('a report with wrong bytes', () => {
  const check = (report: ReadReport, length: number): void => {
    for (const { offset, length: bytes, message } of report.damage) {
      expect(offset).toBeGreaterThanOrEqual(0);
      expect(offset + bytes).toBeLessThanOrEqual(length);
      expect(message).not.toBe('');
    }
  };

  it('should never fail, whatever bit is wrong', () => {
    for (let at = 0; at < REPORT.length; at++) {
      const flipped = Buffer.from(REPORT);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      check(readReport(flipped, [at]), REPORT.length);
    }
  });

  it('should never fail on random damage', () => {
    const random = new Random(7);
    for (let round = 0; round < 300; round++) {
      const start = random.below(REPORT.length);
      const piece = Buffer.from(REPORT.subarray(start, start + random.below(80)));
      const at = random.below(REPORT.length);
      const torn = Buffer.concat([
        REPORT.subarray(0, at),
        random.pick([piece, random.bytes(9)]),
        REPORT.subarray(at + 9),
      ]);
      check(readReport(torn, [random.below(torn.length)]), torn.length);
    }
  });

  it('should say in which line and column it is not well-formed, and leave out what follows', () => {
    const torn =
      '<testsuite name="s">\n<testcase name="a"/>\n<testcase name="b"></wrong>\n<testcase name="c"/></testsuite>';
    const { damage, ...report } = readReport(torn);
    expect(verdicts({ ...report, damage })).toEqual(['s.a success', 's.b inprogress']);
    expect(damage).toEqual([
      {
        code: 'bad_xml',
        offset: torn.indexOf('</wrong>') + '</wrong>'.length,
        length: expect.any(Number) as number,
        message: 'line 3, column 27: expected well-formed XML, found: Unexpected close tag; what follows was not read',
      },
    ]);
  });

  it('should read on over stray ampersands and less-than signs', () => {
    const report = readReport(
      '<testsuite name="s"><testcase name="a"><system-out>1 & 2 &nbsp; &#1; 3 < 4</system-out></testcase></testsuite>',
    );
    expect(report.attempts).toEqual([expect.objectContaining({ files: { stdout: '1 & 2 &nbsp; &#1; 3 < 4' } })]);
    expect(report.damage.map(({ code }) => code)).toEqual(['bad_xml', 'bad_xml', 'bad_xml', 'bad_xml']);
  });
});

describe('a report that means harm', () => {
  const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('\n');
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE testsuites [\n<!ENTITY l0 "lol">\n${laughs}\n]>\n<testsuites><testsuite name="s"><testcase name="&l9;"/></testsuite></testsuites>`;

  it('should not expand a billion laughs', () => {
    const report = readReport(bomb);
    expect(report).toMatchObject({ format: 'junit', hasReport: false, attempts: [] });
    expect(report.damage).toEqual([expect.objectContaining({ code: 'xml_doctype' })]);
    expect(report.damage[0]?.message).toContain('line 13, column 2: expected no document type definition');
  });

  it('should not read files', () => {
    const report = readReport(
      '<!DOCTYPE testsuite [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite name="s"><testcase name="&x;"/></testsuite>',
    );
    expect(report.attempts).toEqual([]);
    expect(report.damage[0]?.code).toBe('xml_doctype');
  });

  it('should pass over a document type that defines nothing', () => {
    const report = readReport(
      '<!DOCTYPE testsuite SYSTEM "junit.dtd"><testsuite name="s"><testcase name="a"/></testsuite>',
    );
    expect(verdicts(report)).toEqual(['s.a success']);
    expect(report.damage).toEqual([]);
  });

  it.each([
    ['elements within each other', `<testsuite name="s">${'<x>'.repeat(200)}`, 'at most 100 elements'],
    [
      'attributes',
      `<testsuite ${Array.from({ length: 300 }, (_, n) => `a${n}=""`).join(' ')}>`,
      'at most 200 attributes',
    ],
    ['an attribute', `<testsuite name="${'x'.repeat(3_000_000)}">`, 'at most 1048576 characters of attribValue'],
    ['a name', `<testsuite name="s"><${'x'.repeat(3_000_000)}>`, 'at most 1048576 characters of tagName'],
    ['a comment', `<testsuite name="s"><!--${'x'.repeat(3_000_000)}-->`, 'at most 1048576 characters of comment'],
  ])('should not read %s without a limit', (_, text, message) => {
    const { damage } = readReport(text);
    expect(damage).toEqual([expect.objectContaining({ code: 'xml_limit' })]);
    expect(damage[0]?.message).toContain(message);
  });
});

describe('what is no report', () => {
  it.each([
    ['HTML', '<!DOCTYPE html>\n<html><body>testsuite</body></html>'],
    ['other XML', '<?xml version="1.0"?><project><testsuite/></project>'],
    ['an entity bomb of other XML', '<!DOCTYPE lolz [<!ENTITY a "b">]><lolz>&a;</lolz>'],
    ['a name that goes on', '<testsuitesx/>'],
    ['text', 'see <testsuite>'],
    ['nothing', ''],
    ['a declaration alone', '<?xml version="1.0"?>'],
    ['a comment without end', `<!-- ${'x'.repeat(100_000)}`],
  ])('should leave %s to the other decoders', (_, text) => {
    const report = readReport(text, [1]);
    expect(report.format).not.toBe('junit');
    expect(report.hasReport).toBe(false);
    expect(report.noise).toBe(text);
  });
});
