import { KNOWN_SCHEMA } from '@testmetrics/questions';
import { type HealthFacts, verdict } from './verdict';

const MYSQL = { name: 'Results', type: 'mysql' };
const KNOWN = { name: 'Test Metrics', mysqlUid: 'db', mysql: MYSQL };
const REACHED = { ...KNOWN, probe: { value: true } } as const;
const CURRENT = { ...REACHED, schema: { value: [KNOWN_SCHEMA, '20261124-01-create-alembic-version'] } } as const;
const NEWEST = { runMs: Date.UTC(2026, 10, 20, 13, 30), receivedMs: 0, job: 'full', waiting: 0, waitingSeconds: 0 };

const CASES: readonly (readonly [string, HealthFacts, string, string])[] = [
  ['nothing chosen', { ...KNOWN, mysqlUid: '', mysql: undefined }, 'not_chosen', 'choose the one that holds'],
  ['an unknown uid', { ...KNOWN, mysql: undefined }, 'unknown_uid', 'uid "db"'],
  ['another type', { ...KNOWN, mysql: { name: 'Metrics', type: 'prometheus' } }, 'not_mysql', 'type prometheus'],
  ['a wrong password', { ...KNOWN, probe: { error: 'query failed' } }, 'unreachable', 'user, password'],
  ['no grants', { ...REACHED, schema: { error: 'db query error: query failed' } }, 'no_grants', 'GRANT SELECT'],
  [
    'no tables',
    { ...REACHED, schema: { error: "Error 1146: Table 'x.tm_migrations' doesn't exist" } },
    'no_schema',
    'testmetrics db migrate',
  ],
  ['an empty list of migrations', { ...REACHED, schema: { value: [] } }, 'no_schema', 'testmetrics db migrate'],
  [
    'an older schema',
    { ...REACHED, schema: { value: ['20261124-01-create-alembic-version'] } },
    'schema_too_old',
    'older than this plugin',
  ],
  [
    'a newer schema',
    { ...REACHED, schema: { value: ['29991231-01-x', KNOWN_SCHEMA] }, newest: { value: NEWEST } },
    'schema_newer',
    'newer than this plugin',
  ],
  ['grants for some tables only', { ...CURRENT, newest: { error: 'query failed' } }, 'no_grants', 'GRANT SELECT'],
  ['no runs', { ...CURRENT, newest: { value: null } }, 'no_runs', 'curl'],
  [
    'a database with runs',
    { ...CURRENT, newest: { value: NEWEST } },
    'ok',
    'newest run is of full, 2026-11-20 13:30 UTC',
  ],
];

describe('verdict()', () => {
  it.each(CASES)('should say of %s what it is and what to do', (_name, facts, state, words) => {
    expect(verdict(facts)).toMatchObject({ state, message: expect.stringContaining(words) });
  });

  it('should be an error where nothing works, and a warning where something does', () => {
    expect(CASES.map(([, facts]) => verdict(facts).status)).toEqual([
      ...Array.from({ length: 8 }, () => 'error'),
      'warning',
      'error',
      'warning',
      'success',
    ]);
  });

  it("should keep the server's own words", () => {
    expect(verdict({ ...KNOWN, probe: { error: 'Access denied' } }).details).toBe('Access denied');
  });

  it('should count the runs that wait', () => {
    const one = verdict({ ...CURRENT, newest: { value: { ...NEWEST, waiting: 1 } } });
    expect(one.message).toContain('1 run waits to be added');
  });
});
