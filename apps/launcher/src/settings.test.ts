import { ConfigError } from '@testmetrics/runtime';
import { readSettings } from './settings';

describe('readSettings()', () => {
  it('should need nothing', () => {
    expect(readSettings({}, '/srv/tm')).toEqual({
      databaseUrl: null,
      dashboardsDatabaseUrl: null,
      host: '127.0.0.1',
      port: 8080,
      dashboardsPort: 3000,
      grafanaHome: null,
      dataDirectory: '/srv/tm/.data',
      loadsSample: true,
      writeTokens: [],
    });
  });

  it('should take every setting of the README', () => {
    const settings = readSettings(
      {
        DATABASE_URL: 'mysql://u:p@db:3306/tm',
        HOST: '0.0.0.0',
        PORT: '0',
        DASHBOARDS_PORT: '4000',
        GRAFANA_HOME: '/opt/grafana',
        TESTMETRICS_DATA_DIR: '/var/lib/tm',
        TESTMETRICS_SAMPLE: 'off',
        TESTMETRICS_WRITE_TOKENS: 'ci:abc, me:d:e',
      },
      '/srv/tm',
    );
    expect(settings).toMatchObject({ host: '0.0.0.0', port: 0, dashboardsPort: 4000, loadsSample: false });
    expect(settings.writeTokens).toEqual([
      { name: 'ci', secret: 'abc' },
      { name: 'me', secret: 'd:e' },
    ]);
  });

  it('should name every mistake at once and show no secret', () => {
    const error = mistakesOf({
      DATABASE_URL: 'postgres://u:hidden@db/tm',
      HOST: '0.0.0.0',
      PORT: '80a',
      DASHBOARDS_PORT: '70000',
      TESTMETRICS_SAMPLE: 'maybe',
      TESTMETRICS_JOB_KEY: 'k'.repeat(256),
    });
    expect(error.problems.map(({ variable }) => variable).sort()).toEqual([
      'DASHBOARDS_PORT',
      'DATABASE_URL',
      'HOST',
      'PORT',
      'TESTMETRICS_JOB_KEY',
      'TESTMETRICS_SAMPLE',
    ]);
    expect(error.message).not.toContain('hidden');
  });

  it.each([['just-a-secret'], ['ci:'], [':secret'], ['a:x,a:y']])(
    'should refuse the tokens %s without repeating them',
    (tokens) => {
      const error = mistakesOf({ TESTMETRICS_WRITE_TOKENS: tokens });
      expect(error.problems.map(({ variable }) => variable)).toEqual(['TESTMETRICS_WRITE_TOKENS']);
      expect(error.message).not.toContain('just-a-secret');
    },
  );

  it.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('should let everyone on this machine write to %s', (host) => {
    expect(readSettings({ HOST: host }, '/').host).toBe(host);
  });
});

function mistakesOf(env: Record<string, string>): ConfigError {
  try {
    readSettings(env, '/');
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('Expected these settings to be refused.');
}
