import { Option } from 'commander';
import { applyConfig } from './apply-config';
import { parseConfig } from './config-file';

const repeatable = (flags: string) =>
  new Option(flags).argParser((value: string, before?: string[]) => [...(before ?? []), value]);
const OPTIONS = [
  new Option('--url <url>'),
  new Option('--database <url>'),
  new Option('--min-runs <n>'),
  new Option('--json'),
  new Option('--no-runs'),
  new Option('--show <what>').choices(['all', 'changed']),
  repeatable('--job <job>'),
  repeatable('--meta <pair>'),
];

function apply(texts: readonly string[], { given = [] as string[], env = {}, section = 'failing' } = {}) {
  const files = texts.map((text, index) => parseConfig(text, `${index}.ini`));
  const isGiven = (option: Option) => given.includes(option.long ?? '');
  return applyConfig(files, { section, options: OPTIONS, isGiven }, env);
}

describe('applyConfig()', () => {
  it('should prefer the command line to a file, a later file to an earlier one, and a section to DEFAULT', () => {
    const first = 'min_runs = 1\njson = yes\n[failing]\nmin-runs = 2\n[flaky]\nmin-runs = 9';
    expect(apply([first]).input).toEqual({ minRuns: '2', json: true });
    expect(apply([first, '[failing]\nmin_runs = 3']).input['minRuns']).toBe('3');
    expect(apply([first], { given: ['--min-runs', '--json'] }).input).toEqual({});
  });

  it('should prefer the environment to a file', () => {
    const env = { TESTMETRICS_URL: 'http://env', DATABASE_URL: 'mysql://env/x', DATABASE_URL_FILE: '/env' };
    const file = 'url = http://file\n[database]\nconnection = mysql://file/x';
    expect(apply([file], { env })).toMatchObject({ env, input: {} });
    expect(apply([file], { env: { DATABASE_URL_FILE: '/env' } }).env).toEqual({
      DATABASE_URL_FILE: '/env',
      TESTMETRICS_URL: 'http://file',
    });
    expect(apply([file], { env: { TESTMETRICS_URL: '' } }).env).toEqual({
      TESTMETRICS_URL: 'http://file',
      DATABASE_URL: 'mysql://file/x',
    });
  });

  it('should read lists, switches and negations', () => {
    expect(apply(['job = a\njob = b;c\n[failing]\nno-runs = true\njson = off']).input).toEqual({
      job: ['a', 'b'],
      runs: false,
      json: false,
    });
  });

  it('should keep what is in quotes whole', () => {
    expect(apply(['token = "ci:a;b#c"']).env).toEqual({ TESTMETRICS_TOKEN: 'ci:a;b#c' });
  });

  it('should ask the database where a file names one and nothing names a service', () => {
    const file = '[database]\nconnection = mysql+pymysql://u:p@h/d?charset=utf8';
    expect(apply([file]).input).toEqual({ database: 'mysql://u:p@h/d' });
    expect(apply([file], { given: ['--url'] }).input).toEqual({});
    expect(apply([file], { env: { TESTMETRICS_URL: 'http://x' } }).input).toEqual({});
    expect(apply([file, 'url = http://x']).input).toEqual({});
  });

  it('should read the metadata of subunit2sql for uploads', () => {
    const file = 'run_meta = build_name:x, url:http://a/b';
    expect(apply([file], { section: 'upload' }).input).toEqual({ meta: ['build_name=x', 'url=http://a/b'] });
    expect(apply([file]).input).toEqual({});
  });

  it.each([
    ['json = maybe', '0.ini: [DEFAULT] json: expected true or false, found "maybe"'],
    ['[failing]\nshow = none', '0.ini: [failing] show: expected one of all, changed, found "none"'],
  ])('should refuse %j', (text, message) => {
    expect(() => apply([text])).toThrow(message);
  });
});
