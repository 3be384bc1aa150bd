import { type DataFrame, type LinkModel } from '@grafana/data';
import { runsFrame, frameOf } from '../testing/frames';
import { fillTemplate } from './fill-template';
import { cellLinks, runLink, testLink, type LinkContext } from './links';
import { locateSource, type SourceRow } from './locate-source';
import { recogniseFrames } from './recognise-frames';
import { timeRangeParameters } from './time-range-parameters';

const VARIABLES: Readonly<Record<string, string>> = {
  '${job:queryparam}': 'var-job=4&var-job=7',
  '${project:queryparam}': 'var-project=$__all',
  '${site}': 'ci.example.org',
};

const CONTEXT: LinkContext = {
  testLink: '',
  runLink: '',
  defaultLinks: true,
  replace: (text) => Object.entries(VARIABLES).reduce((all, [name, value]) => all.split(name).join(value), text),
  timeRange: 'from=now-7d&to=now',
  toAddress: (url) => url,
};

const HOSTILE = 'a&b=${job} "c"/../#?%';
const FRAME = runsFrame([
  { test: 'a.test', test_key: 31, run: '0f3a', outcome: 'failed' },
  { test: HOSTILE, run: HOSTILE, outcome: 'passed' },
]);

function rowOf(frame: DataFrame, row = 0): SourceRow {
  const recognition = recogniseFrames([frame]);
  const located = 'recognised' in recognition ? locateSource(recognition.recognised.sources, row) : null;
  if (located === null) throw new Error('no row');
  return located;
}

function withLink(name: string, title = 'Ours'): DataFrame {
  const getLinks = ({ valueRowIndex }: { valueRowIndex?: number }): LinkModel[] => [
    { title, href: `/x/${name}/${valueRowIndex}`, target: '_blank', origin: undefined as never },
  ];
  const fields = FRAME.fields.map((field) =>
    field.name === name ? { ...field, config: { links: [{ title, url: '' }] }, getLinks } : field,
  );
  return { ...FRAME, fields: fields as DataFrame['fields'] };
}

describe('testLink()', () => {
  it('should open our dashboard of the test with the choices that there are and the time range', () => {
    expect(testLink(rowOf(FRAME), CONTEXT)?.url).toBe(
      '/d/tm-test?var-project=$__all&var-job=4&var-job=7&var-search=31&var-test=31&from=now-7d&to=now',
    );
  });

  it('should have no link to our dashboard where a test has no key, or where that is not wanted', () => {
    expect(testLink(rowOf(FRAME, 1), CONTEXT)).toBeNull();
    expect(testLink(rowOf(FRAME), { ...CONTEXT, defaultLinks: false })).toBeNull();
  });

  it('should prefer the address of the options, then a data link', () => {
    const context = { ...CONTEXT, testLink: 'https://${site}/t?n=${__data.fields.test}&k=${__data.fields[1]}' };
    expect(testLink(rowOf(withLink('test')), context)?.url).toBe('https://ci.example.org/t?n=a.test&k=31');
    expect(testLink(rowOf(withLink('test')), CONTEXT)).toEqual({ title: 'Ours', url: '/x/test/0', isNewTab: true });
    expect(testLink(rowOf(withLink('test_key', '')), CONTEXT)?.title).toBe('/x/test_key/0');
  });

  it('should encode data, and not take it for a variable', () => {
    const context = { ...CONTEXT, testLink: '/t/${__data.fields.test}' };
    expect(testLink(rowOf(FRAME, 1), context)?.url).toBe(`/t/${encodeURIComponent(HOSTILE)}`);
  });
});

describe('addresses', () => {
  const context = { ...CONTEXT, toAddress: (url: string) => `/grafana${url}` };

  it('should be made right for the place where Grafana is, ours and those of the options', () => {
    expect(testLink(rowOf(FRAME), context)?.url).toMatch(/^\/grafana\/d\/tm-test/);
    expect(runLink(rowOf(FRAME), { ...context, runLink: '/r' })?.url).toBe('/grafana/r');
  });

  it('should be left to Grafana where it made them', () => {
    expect(testLink(rowOf(withLink('test')), context)?.url).toBe('/x/test/0');
  });
});

describe('runLink()', () => {
  it('should open our dashboard of the run', () => {
    const url = runLink(rowOf(FRAME), { ...CONTEXT, replace: (text) => text })?.url;
    expect(url).toBe('/d/tm-run?var-run=0f3a&from=now-7d&to=now');
    expect(runLink(rowOf(FRAME, 1), CONTEXT)?.url).toContain(`var-run=${encodeURIComponent(HOSTILE)}&`);
  });

  it('should prefer the address of the options, then a data link', () => {
    const context = { ...CONTEXT, runLink: '/r/${__data.fields["run"]}' };
    expect(runLink(rowOf(withLink('run')), context)?.url).toBe('/r/0f3a');
    expect(runLink(rowOf(withLink('run')), CONTEXT)?.url).toBe('/x/run/0');
  });

  it('should be none where columns are buckets of time', () => {
    const frame = frameOf({ test: ['a'], time: [1], passed: [1] });
    expect(runLink(rowOf(frame), { ...CONTEXT, runLink: '/r' })).toBeNull();
  });
});

describe('cellLinks()', () => {
  it('should be the data links of columns that are neither test nor run', () => {
    expect(cellLinks(rowOf(withLink('message'), 1))).toEqual([{ title: 'Ours', url: '/x/message/1', isNewTab: true }]);
    expect(cellLinks(rowOf(withLink('test')))).toEqual([]);
  });
});

describe('fillTemplate()', () => {
  const sources = {
    field: (name: string) => ({ test: 'x y', link: 'https://a/b?c', missing: null })[name],
    replace: (text: string) => text,
  };

  it('should know the ways in which Grafana writes a column', () => {
    const template =
      '${__data.fields.test}|${__data.fields[\'test\']}|${__data.fields["test"]}|${__data.fields.test:percentencode}';
    expect(fillTemplate(template, sources)).toBe(Array(4).fill('x%20y').join('|'));
  });

  it('should leave a value as it is where the author says so, and be empty where there is none', () => {
    expect(fillTemplate('${__data.fields.link:raw}', sources)).toBe('https://a/b?c');
    expect(fillTemplate('/${__data.fields.missing}/${__data.fields.nowhere}', sources)).toBe('//');
  });

  it('should not fail on half a character', () => {
    expect(fillTemplate('${__data.fields.x}', { ...sources, field: () => '\ud800' })).toBe('%EF%BF%BD');
  });
});

describe('timeRangeParameters()', () => {
  it('should carry what was chosen, relative or not', () => {
    const moment = { valueOf: () => 1_700_000_000_000 } as never;
    expect(timeRangeParameters({ from: 'now-7d/d', to: 'now' })).toBe('from=now-7d%2Fd&to=now');
    expect(timeRangeParameters({ from: moment, to: moment })).toBe('from=1700000000000&to=1700000000000');
  });
});
