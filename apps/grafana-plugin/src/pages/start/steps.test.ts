import { KNOWN_SCHEMA } from '@testmetrics/questions';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HealthFacts, verdict } from '../../datasource/health/verdict';
import { DASHBOARDS } from './dashboard-links';
import { firstRunCommand } from './first-run';
import { spanText } from './span-text';
import { stepsOf } from './steps';

const NOW = Date.UTC(2026, 10, 20, 12);
const KNOWN = { name: 'Test Metrics', mysqlUid: 'db', mysql: { name: 'Results', type: 'mysql' } };
const NEWEST = { runMs: NOW, receivedMs: NOW - 7_200_000, job: 'full', waiting: 0, waitingSeconds: 0 };
const GOOD: HealthFacts = {
  ...KNOWN,
  probe: { value: true },
  schema: { value: [KNOWN_SCHEMA] },
  newest: { value: NEWEST },
};

const states = (facts: HealthFacts) => stepsOf({ facts, health: verdict(facts) }, NOW).map(({ state }) => state);
const texts = (facts: HealthFacts) => stepsOf({ facts, health: verdict(facts) }, NOW).map(({ text }) => text);

describe('stepsOf()', () => {
  it('should say of each part what is known of it', () => {
    expect(texts(GOOD)).toEqual(['Results (db)', 'ok', KNOWN_SCHEMA, '2 hours ago, of full', 'up to date']);
    expect(new Set(states(GOOD))).toEqual(new Set(['ok']));
  });

  it.each([
    ['no datasource', { ...KNOWN, mysql: undefined }, ['attention', 'unknown', 'unknown', 'unknown', 'unknown']],
    ['no server', { ...KNOWN, probe: { error: 'x' } }, ['ok', 'attention', 'unknown', 'unknown', 'unknown']],
    [
      'no tables',
      { ...KNOWN, probe: { value: true }, schema: { error: "1146 doesn't exist" } },
      ['ok', 'ok', 'attention', 'unknown', 'unknown'],
    ],
    [
      'an older schema',
      { ...GOOD, schema: { value: ['20200101-01-x'] }, newest: { error: 'no such column' } },
      ['ok', 'ok', 'attention', 'attention', 'unknown'],
    ],
    ['no runs', { ...GOOD, newest: { value: null } }, ['ok', 'ok', 'ok', 'attention', 'unknown']],
    [
      'a rollup that lags',
      { ...GOOD, newest: { value: { ...NEWEST, waiting: 4, waitingSeconds: 900 } } },
      ['ok', 'ok', 'ok', 'ok', 'attention'],
    ],
  ] as const)('should stop where %s is the cause', (_name, facts, expected) => {
    expect(states(facts as HealthFacts)).toEqual(expected);
  });

  it('should say how long the oldest run waits', () => {
    const facts = { ...GOOD, newest: { value: { ...NEWEST, waiting: 4, waitingSeconds: 900 } } };
    expect(texts(facts)[4]).toBe('4 runs wait to be counted, the oldest for 15 minutes');
  });
});

describe('spanText()', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [119, '1 minute'],
    [7200, '2 hours'],
    [200_000, '2 days'],
  ])('should say %d seconds as %s', (seconds, text) => {
    expect(spanText(seconds)).toBe(text);
  });
});

describe('firstRunCommand()', () => {
  it('should go to the service that the settings name', () => {
    expect(firstRunCommand(' https://ci.example/ ')).toContain("'https://ci.example/v1/runs?");
    expect(firstRunCommand(undefined)).toContain("'http://127.0.0.1:8080/v1/runs?");
  });

  it('should not end the quotes of the shell', () => {
    expect(firstRunCommand("x'; rm -rf /; '").split("'")).toHaveLength(3);
  });
});

describe('the dashboards of the app', () => {
  const root = join(__dirname, '../..');
  const files = readdirSync(join(root, 'dashboards')).map((file) => ({
    file,
    json: JSON.parse(readFileSync(join(root, 'dashboards', file), 'utf8')) as { uid: string; title: string },
  }));
  const { includes } = JSON.parse(readFileSync(join(root, 'plugin.json'), 'utf8')) as {
    includes: { type: string; path: string; name: string }[];
  };

  it('should be what the start page links to, by the same names', () => {
    const linked = DASHBOARDS.map(({ uid, title }) => `${uid} ${title}`).sort();
    expect(files.map(({ json }) => `${json.uid} ${json.title}`).sort()).toEqual(linked);
  });

  it('should all be brought along by the app', () => {
    const brought = includes.filter(({ type }) => type === 'dashboard').map(({ path }) => path);
    expect(brought.sort()).toEqual(files.map(({ file }) => `dashboards/${file}`).sort());
  });

  it('should be where the menu leads', () => {
    const pages = includes.filter(({ path }) => path.startsWith('/d/')).map(({ path }) => path.slice('/d/'.length));
    expect(files.map(({ json }) => json.uid)).toEqual(expect.arrayContaining(pages));
  });
});
